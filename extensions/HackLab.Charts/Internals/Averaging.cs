namespace HackLab.Charts.Internals;

/// <summary>Makes pictures smaller: each new pixel is the mean of the area it covers.</summary>
internal static class Averaging
{
    /// <summary>
    /// Values of shape [height, width, channels] as [toHeight, toWidth, channels]. Missing ones (NaN) are left out of the means;
    /// where
    /// more than half of an area is missing, so is its mean.
    /// </summary>
    public static double[] Down(IReadOnlyList<double> values, int height, int width, int channels, int toHeight, int toWidth)
    {
        // Along one direction, then along the other: the mean over a rectangle is the mean of its rows' means.
        double[] rows = Along(values, height, width, channels, toWidth);
        double[] turned = Turn(rows, height, toWidth, channels);
        return Turn(Along(turned, toWidth, height, channels, toHeight), toWidth, toHeight, channels);
    }

    private static double[] Along(IReadOnlyList<double> values, int rows, int from, int channels, int to)
    {
        var means = new double[rows * to * channels];
        double step = from / (double)to;
        for (int k = 0; k < to; k++)
        {
            (double begin, double end) = (k * step, (k + 1) * step);
            (int first, int last) = ((int)begin, Math.Min(from - 1, (int)Math.Ceiling(end - 1e-9) - 1));
            for (int row = 0; row < rows; row++)
            {
                for (int c = 0; c < channels; c++)
                {
                    (double sum, double weight) = (0, 0);
                    for (int i = first; i <= last; i++)
                    {
                        double value =
                            values[(((row * from) + i) * channels) + c], part = Math.Min(end, i + 1) - Math.Max(begin, i);
                        if (double.IsNaN(value)) continue;
                        (sum, weight) = (sum + (part * value), weight + part);
                    }
                    means[(((row * to) + k) * channels) + c] = weight >= step * 0.4999 ? sum / weight : double.NaN;
                }
            }
        }
        return means;
    }

    private static double[] Turn(double[] values, int rows, int columns, int channels)
    {
        var turned = new double[values.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) Array.Copy(values, ((i * columns) + j) * channels, turned,
                ((j * rows) + i) * channels, channels);
        }
        return turned;
    }
}
