using System.Diagnostics;
using System.Globalization;
using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Learning;

// usage: write FOLDER ROWS | time FOLDER TRAIN THREADS ROUNDS LEAVES | empty FOLDER TRAIN
// write makes x.npy and y.npy; time fits on the first TRAIN rows and prints one line of JSON; empty only loads them.
string mode = args[0], folder = args[1];
int rows = int.Parse(args[2], CultureInfo.InvariantCulture);
string xFile = Path.Combine(folder, "x.npy"), yFile = Path.Combine(folder, "y.npy");
if (mode == "write")
{
    TabularData data = Datasets.Higgs.Load(Size.Simulated(rows, seed: 2014));
    Npy.Write(xFile, data.X, data.Count, data.FeatureCount);
    Npy.Write(yFile, [.. data.Y.Select(label => (float)label)], data.Count);
    return;
}
float[] x = Npy.Read(xFile).As<float>();
int[] y = [.. Npy.Read(yFile).As<float>().Select(label => (int)label)];
int d = x.Length / y.Length;
(float[] trainX, float[] testX) = (x[..(rows * d)], x[(rows * d)..]);
(int[] trainY, int[] testY) = (y[..rows], y[rows..]);
double fit = 0, cpu = 0, predict = 0, auc = 0, logLoss = 0;
if (mode == "time")
{
    int threads = int.Parse(args[3], CultureInfo.InvariantCulture);
    var options = new GradientBoostingOptions
    {
        MaxIterations = int.Parse(args[4], CultureInfo.InvariantCulture),
        MaxLeaves = int.Parse(args[5], CultureInfo.InvariantCulture),
        Threads = threads,
    };
    // A small fit first: what is compiled at first use is compiled then, as the peers' libraries were before they were installed.
    int few = Math.Min(rows, 20_000);
    GradientBoostingClassifier warm = GradientBoostingClassifier.Fit(
        trainX[..(few * d)], trainY[..few], options with { MaxIterations = 40 });
    warm.PredictScore(testX);
    GC.Collect();
    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    long start = Stopwatch.GetTimestamp();
    GradientBoostingClassifier model = GradientBoostingClassifier.Fit(trainX, trainY, options);
    fit = Stopwatch.GetElapsedTime(start).TotalSeconds;
    cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    start = Stopwatch.GetTimestamp();
    float[] score = model.PredictScore(testX);
    predict = Stopwatch.GetElapsedTime(start).TotalSeconds;
    (auc, logLoss) = (Metrics.Auc(testY, score), model.Log[^1].Loss);
}
long peak = Process.GetCurrentProcess().PeakWorkingSet64;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $$"""
    {"fit": {{fit:F4}}, "cpu": {{cpu:F4}}, "predict": {{predict:F4}}, "auc": {{auc:F6}}, "logLoss": {{logLoss:F6}}, "peak": {{peak}}}
    """));
