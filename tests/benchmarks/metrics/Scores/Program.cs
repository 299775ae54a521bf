using System.Diagnostics;
using System.Globalization;
using HackLab.Data;
using HackLab.Evaluation;

// usage: KIND FOLDER REPETITIONS
// Prints one line of JSON: milliseconds of each repetition after two to warm up, and the metric's value.
string kind = args[0], folder = args[1];
Func<double> measure = Measure();
double value = 0;
var times = new List<string>();
for (int i = 0; i < int.Parse(args[2], CultureInfo.InvariantCulture) + 2; i++)
{
    GC.Collect();
    long start = Stopwatch.GetTimestamp();
    value = measure();
    if (i >= 2) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture));
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"ms": [{{string.Join(", ", times)}}], "value": {{value:R}}}"""));

T[] Load<T>(string name) => Npy.Read(Path.Combine(folder, name + ".npy")).As<T>();

Func<double> Measure()
{
    switch (kind)
    {
        case "ssim" or "ssim-gaussian":
            float[] image = Load<float>("image"), other = Load<float>("other");
            int side = (int)Math.Sqrt(image.Length);
            var options = new SsimOptions { Window = kind == "ssim" ? SsimWindow.Uniform : SsimWindow.Gaussian };
            return () => Metrics.Ssim(image, other, side, side, dataRange: 1, options);
        case "silhouette":
            float[] x = Load<float>("x");
            int[] clusters = Load<int>("clusters");
            return () => Metrics.Silhouette(x, clusters);
        case "bootstrap":
            int[] few = Load<int>("few");
            float[] fewScores = Load<float>("fewScores");
            return () => Metrics.BootstrapInterval(few, fewScores, resamples: 200).Value;
        case "auc-double":
            int[] labels = Load<int>("y");
            double[] wide = Load<double>("double");
            return () => Metrics.Auc(labels, wide);
    }
    int[] y = Load<int>("y");
    float[] score = Load<float>(kind == "auc-ties" ? "ties" : "score");
    double[] weights = kind == "auc-weighted" ? Load<double>("weights") : [];
    return kind switch
    {
        "auc" or "auc-ties" => () => Metrics.Auc(y, score),
        "auc-weighted" => () => Metrics.Auc(y, score, weights),
        "roc" => () => Metrics.Roc(y, score).Auc,
        "average-precision" => () => Metrics.AveragePrecision(y, score),
        "log-loss" => () => Metrics.LogLoss(y, score),
        _ => throw new ArgumentException($"There is no '{kind}'."),
    };
}
