namespace HackLab.Learning.Internals;

/// <summary>From log p(x, class) to p(class | x) by Bayes' theorem, row by row.</summary>
internal static class LogPosterior
{
    /// <summary>Writes log p(x, class) of a row, shape [classes].</summary>
    internal delegate void Joint(ReadOnlySpan<double> row, Span<double> logJoint);

    /// <summary>p(class | x) = e^(log p(x, class) − log Σ p(x, class)), shape [n, classes]; NaN for a row with NaN.</summary>
    internal static float[] Probabilities(ReadOnlySpan<float> x, int features, int classes, Joint joint)
    {
        int n = PredictInput.Rows(x, features);
        float[] rows = x.ToArray(), p = new float[n * classes];
        RowBlocks.For(n, 1024, (start, end) =>
        {
            double[] row = new double[features], log = new double[classes];
            for (int i = start; i < end; i++)
            {
                Vectors.Widen(rows.AsSpan(i * features, features), row);
                joint(row, log);
                double all = Vectors.LogSumExp(log);
                for (int c = 0; c < classes; c++) p[(i * classes) + c] = (float)Math.Exp(log[c] - all);
            }
        });
        return p;
    }
}
