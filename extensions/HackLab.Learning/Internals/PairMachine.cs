using HackLab.Data;
using HackLab.Learning.Files;

namespace HackLab.Learning.Internals;

/// <summary>The machine between two classes: f, and how f becomes the probability of the second class.</summary>
internal sealed record PairMachine(SupportVectors Vectors, PlattScaling Scaling, double Objective, StopReason Stopped)
{
    internal static PairMachine Fit(
        TabularData train, int first, int second, Kernel kernel, SupportVectorOptions options, CancellationToken token)
    {
        int[] rows = [.. Enumerable.Range(0, train.Count).Where(i => train.Y[i] == first || train.Y[i] == second)];
        float[] x = train.Take(rows).X;
        int[] y = [.. rows.Select(i => train.Y[i] == second ? 1 : -1)];
        int d = train.FeatureCount;
        (SupportVectors vectors, SmoFit fit) = Fit(x, y, d, kernel, options, token);
        return new PairMachine(vectors, PlattScaling.Fit(Decisions(x, y, d, vectors, kernel, options, token), y), fit.Objective, fit.Stopped);
    }

    private static (SupportVectors Vectors, SmoFit Fit) Fit(
        float[] x, int[] y, int d, Kernel kernel, SupportVectorOptions options, CancellationToken token)
    {
        double[] earned = new double[y.Length], most = new double[y.Length];
        Array.Fill(earned, 1);
        Array.Fill(most, options.C);
        SmoFit fit = new SmoSolver(new KernelRows(kernel, x, d), y, earned, most, new double[y.Length], options.Tolerance).Run(token);
        return (SupportVectors.Of(kernel, x, d, fit), fit);
    }

    // f of each row by a machine that has not seen it; by the machine itself where there are too few rows for that.
    private static double[] Decisions(
        float[] x, int[] y, int d, SupportVectors vectors, Kernel kernel, SupportVectorOptions options, CancellationToken token)
    {
        int[] labels = [.. y.Select(sign => sign > 0 ? 1 : 0)];
        int folds = Math.Min(options.CalibrationFolds, Math.Min(labels.Sum(), y.Length - labels.Sum()));
        if (folds < 2 || token.IsCancellationRequested) return vectors.Decide(x, d, default);
        var decisions = new double[y.Length];
        foreach (int[] held in RowSplit.Stratified(labels, RowSplit.EqualShares(folds), options.Seed))
        {
            int[] rest = [.. Enumerable.Range(0, y.Length).Except(held)];
            float[] Rows(int[] some) => [.. some.SelectMany(i => x[(i * d)..((i + 1) * d)])];
            (SupportVectors other, _) = Fit(Rows(rest), [.. rest.Select(i => y[i])], d, kernel, options, token);
            if (token.IsCancellationRequested) return vectors.Decide(x, d, default);
            double[] own = other.Decide(Rows(held), d, default);
            for (int k = 0; k < held.Length; k++) decisions[held[k]] = own[k];
        }
        return decisions;
    }

    internal void Write(ModelWriter to)
    {
        Vectors.Write(to);
        to.Add("slope", Scaling.Slope);
        to.Add("offset", Scaling.Offset);
        to.Add("objective", Objective);
        to.Add("stopped", Stopped);
    }

    internal static PairMachine Read(ModelReader from, Kernel kernel, int d) => new(
        SupportVectors.Read(from, kernel, d), new PlattScaling(from.Number("slope"), from.Number("offset")),
        from.Number("objective"), from.Choice<StopReason>("stopped"));
}
