using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HackLab.Learning;

// Times one kind of fit on rows in files of raw numbers and prints {"ms": [...], "value": ...} in one line:
//   Learners NAME FOLDER RUNS
if (args is not [var name, var folder, var runsText] || !int.TryParse(runsText, out int runs))
{
    Console.Error.WriteLine("Learners NAME FOLDER RUNS");
    return 2;
}
T[] Read<T>(string file)
    where T : unmanaged => MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(Path.Combine(folder, file))).ToArray();

const int Columns = 28;
float[] x = Read<float>("x.bin"), target = Read<float>("target.bin"), queries = x[..(5000 * Columns)];
int[] two = Read<int>("two.bin"), five = Read<int>("five.bin");
float[] few = x[..(Math.Min(2000, two.Length) * Columns)];
int[] fewTwo = two[..(few.Length / Columns)];
KNeighborsClassifier? remembered = null;
Func<double> work = name switch
{
    "least-squares" => () => LinearRegression.Fit(x, target).Weights[0],
    "lasso" => () => LinearRegression.Fit(x, target, new() { Penalty = Penalty.Lasso, Alpha = 0.01 }).Weights[0],
    "logistic" => () => LogisticRegression.Fit(x, two).Log[^1].Loss,
    // At the default of 1e-9 it would go on long after scikit-learn, whose L-BFGS also stops when the loss hardly falls.
    "softmax" => () => LogisticRegression.Fit(x, five, new() { Tolerance = 1e-6 }).Log[^1].Loss,
    "naive-bayes" => () => GaussianNaiveBayes.Fit(x, five).PredictProbabilities(x)[0],
    "neighbours" => () => (remembered ??= KNeighborsClassifier.Fit(x, two)).PredictProbabilities(queries).Average(),
    "k-means" => () => KMeans.Fit(x, Columns, new() { Clusters = 10, Centers = x[..(10 * Columns)], MaxIterations = 30, Tolerance = 0 }).Inertia,
    "k-means++" => () => KMeans.Fit(x, Columns, new() { Clusters = 10, Restarts = 1, MaxIterations = 1 }).Iterations,
    "mixture" => () => GaussianMixture.Fit(x, Columns, new() { Components = 5, StartFrom = five, MaxIterations = 5, Tolerance = 0 }).LogLikelihood,
    "pca" => () => Pca.Fit(x, Columns).ExplainedVariance[0],
    "pca-transform" => PcaTransform(),
    "svm" => () => SupportVectorClassifier.Fit(few, fewTwo, new() { CalibrationFolds = 0 }).DualObjective,
    "t-sne" => () => TSne.Fit(few, Columns).KlDivergence,
    _ => throw new ArgumentException($"There is no '{name}'."),
};
double value = work();   // the first run compiles
if (name != "t-sne") value = work();
var times = new List<string>();
for (int run = 0; run < runs; run++)
{
    long start = Stopwatch.GetTimestamp();
    value = work();
    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
}
Console.WriteLine($"{{\"ms\": [{string.Join(", ", times)}], \"value\": {value.ToString("R", CultureInfo.InvariantCulture)}}}");
return 0;

Func<double> PcaTransform()
{
    Pca pca = Pca.Fit(x, Columns, 10);
    return () => Math.Abs(pca.Transform(x)[0]);
}
