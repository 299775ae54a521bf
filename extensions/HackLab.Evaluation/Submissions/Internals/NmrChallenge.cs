using System.Globalization;
using HackLab.Data;
using HackLab.Data.Files;
using HackLab.Data.Hosting;
using HackLab.Data.Nmr;
using HackLab.Learning;
using HackLab.Simulation.SpinEcho;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Spin echoes under two couplings: three numbers for each echo, judged by the normalised error per value. The published challenge adds
/// the same squares up: its error is this one times 18,000 for the 6000 rows of a file.
/// </summary>
internal sealed class NmrChallenge : Challenge
{
    // What everybody can learn from; the practice and the hidden set have other seeds.
    private const int LearningRows = 1000;

    private static readonly SpinCoupling[] Couplings = [SpinCoupling.Gaussian, SpinCoupling.Rkky];

    // Fitted once in a process; not kept if the cell was interrupted, as a model is then only half of one.
    private static readonly Lazy<LinearEchoes[]> Fitted = new(Fit, LazyThreadSafetyMode.PublicationOnly);

    public override string Id => "nmr";

    public override string Title => "Spin echoes: how do the nuclei couple?";

    public override string Metric => "normalised error";

    public override bool HigherIsBetter => false;

    public override IReadOnlyList<PredictionFormat> Files { get; } = [.. Couplings.Select(coupling => Format(coupling, "eval"))];

    public override IReadOnlyList<PredictionFormat> TruthFiles { get; } = [.. Couplings.Select(coupling => Format(coupling, "truth"))];

    public override string EvaluationFile => "nmr-evaluation.txt";

    public override Interval Score(
        IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth, BootstrapOptions options) =>
        Bootstrap.Mean(SquaresPerRow(predictions, truth), options);

    public override Truth Make(int rows, long seed)
    {
        SpinEchoes[] made = [.. Couplings.Select(coupling => Datasets.Nmr.Load(Size.Simulated(rows, seed), coupling))];
        string name = seed == PracticeSeed ? "practice (targets can be made by anybody)" : "simulated, hidden targets";
        PredictionTable[] targets = [.. made.Select(echoes => new PredictionTable(null, [.. echoes.Targets!.Select(v => (double)v)], 3))];
        // Read again from its own text, so that the set in memory is the one in the file to the last digit.
        return new Truth(ToSet(EchoText.Write(made), EvaluationFile, name), targets, seed);
    }

    public override EvaluationSet LoadEvaluation(string path)
    {
        byte[] bytes = InputFile.Read(path, file => file.ReadRest(16 * PackLimits.MostBytes, "echoes"));
        return ToSet(bytes, path, Path.GetFileName(path));
    }

    public override IReadOnlyList<Submission> Baselines(EvaluationSet evaluation)
    {
        TabularData rows = evaluation.Rows ?? throw new ArgumentException("The set has no echoes.", nameof(evaluation));
        LinearEchoes[] fitted = Fitted.Value;
        string used = Words.Of($"{LearningRows:N0} simulated echoes of each coupling, seed {Size.Simulated(1).Seed}");
        return
        [
            Baseline("the mean of each target", (one, _) => one.Means(rows.Count)),
            Baseline("ridge regression", (one, k) => one.Predict(EchoText.Part(rows, k))),
        ];

        Submission Baseline(string model, Func<LinearEchoes, int, double[]> predict) => Submission.Of(
            evaluation, [.. fitted.Select((one, k) => new PredictionTable(null, predict(one, k), 3))],
            new SubmissionCard { Team = "baseline", Model = model, Used = used });
    }

    private static TableFormat Format(SpinCoupling coupling, string set) => new(
        $"{SpinEchoFiles.Prefix(coupling)}_mat_info_{set}.txt",
        [.. SpinEchoes.TargetFeatures.Select(f => new PredictionColumn(f.Name, f.Unit.Length > 0 ? $"in {f.Unit}" : "digits of the dephasing rate"))])
    {
        Delimiter = '\t',
        HasHeader = false,
    };

    /// <summary>The mean squared error of each row over its six values, each in standard deviations of the truth.</summary>
    private static double[] SquaresPerRow(IReadOnlyList<PredictionContent> predictions, IReadOnlyList<PredictionContent> truth)
    {
        var rows = new double[((PredictionTable)truth[0]).Rows];
        for (int k = 0; k < truth.Count; k++)
        {
            (PredictionTable yHat, PredictionTable y) = ((PredictionTable)predictions[k], (PredictionTable)truth[k]);
            for (int t = 0; t < y.Columns; t++)
            {
                double[] column = [.. Enumerable.Range(0, y.Rows).Select(i => y.Values[(i * y.Columns) + t])];
                double mean = column.Average(), variance = column.Average(v => (v - mean) * (v - mean));
                for (int i = 0; i < rows.Length; i++)
                {
                    double error = yHat.Values[(i * y.Columns) + t] - column[i];
                    rows[i] += error * error / variance / (y.Columns * truth.Count);
                }
            }
        }
        return rows;
    }

    private static LinearEchoes[] Fit()
    {
        LinearEchoes[] fitted = [.. Couplings.Select(coupling => LinearEchoes.Fit(Datasets.Nmr.Load(Size.Simulated(LearningRows), coupling)))];
        NotebookHost.Token.ThrowIfCancellationRequested();
        return fitted;
    }

    private static EvaluationSet ToSet(byte[] bytes, string where, string name)
    {
        TabularData rows = EchoText.Read(bytes, where, name);
        string[] ids = [.. Enumerable.Range(1, rows.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        return new EvaluationSet(Challenges.Nmr, name, ids, bytes, rows);
    }

    /// <summary>A straight line for each target, fitted with a ridge on scaled samples.</summary>
    private sealed record LinearEchoes(Scaler X, double[] Mean, LinearRegression[] Lines)
    {
        public static LinearEchoes Fit(SpinEchoes learn)
        {
            float[] joined = [.. Enumerable.Range(0, learn.Count).SelectMany(i =>
                learn.Real.Skip(i * learn.Samples).Take(learn.Samples).Concat(learn.Imag.Skip(i * learn.Samples).Take(learn.Samples)))];
            Scaler x = Scaler.Fit(joined, 2 * learn.Samples);
            float[] scaled = x.Transform(joined);
            float[][] y = [.. SpinEchoes.TargetFeatures.Select(f => learn.Target(f.Name))];
            return new LinearEchoes(x, [.. y.Select(one => (double)one.Average())],
                [.. y.Select(one => LinearRegression.Fit(scaled, one, new LinearRegressionOptions { Penalty = Penalty.Ridge }))]);
        }

        public double[] Means(int rows) => [.. Enumerable.Range(0, rows).SelectMany(_ => Mean)];

        public double[] Predict(float[] joined)
        {
            float[] scaled = X.Transform(joined);
            float[][] said = [.. Lines.Select(line => line.Predict(scaled))];
            return [.. Enumerable.Range(0, said[0].Length).SelectMany(i => said.Select(one => (double)one[i]))];
        }
    }
}
