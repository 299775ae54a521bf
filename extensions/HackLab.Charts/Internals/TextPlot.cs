using System.Text;

namespace HackLab.Charts.Internals;

/// <summary>Small pictures in plain text, for consoles and logs.</summary>
internal static class TextPlot
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>One block per value, as high as its share of the largest; a blank for exactly zero.</summary>
    public static string Columns(IReadOnlyList<double> values, double largest)
    {
        var text = new StringBuilder(values.Count);
        foreach (double value in values)
            text.Append(value <= 0 || largest <= 0 ? ' ' : Blocks[Math.Clamp((int)(value / largest * Blocks.Length), 0, Blocks.Length - 1)]);
        return text.ToString();
    }

    /// <summary>A line as at most <paramref name="width"/> blocks between its lowest and highest value.</summary>
    public static string Sparkline(IReadOnlyList<double> values, int width = 48)
    {
        (double low, double high) = (values.Min(), values.Max());
        var text = new StringBuilder();
        int count = Math.Min(width, values.Count);
        for (int i = 0; i < count; i++)
        {
            double value = values[(int)((long)i * (values.Count - 1) / Math.Max(1, count - 1))];
            double share = high > low ? (value - low) / (high - low) : 0.5;
            text.Append(Blocks[Math.Clamp((int)(share * Blocks.Length), 0, Blocks.Length - 1)]);
        }
        return text.ToString();
    }

    /// <summary>A bar as long as its share of the largest, at least one character unless it is zero.</summary>
    public static string Bar(double value, double largest, int width = 30) =>
        value == 0 || largest == 0 ? "" : new string('█', Math.Max(1, (int)Math.Round(width * Math.Abs(value) / largest)));

    /// <summary>A table of numbers as shades, at most 24 rows of 64 characters.</summary>
    public static string Shades(double[] values, int rows, int columns, double low, double high)
    {
        const string Shade = " ░▒▓█";
        (int h, int w) = (Math.Min(24, rows), Math.Min(64, columns));
        IReadOnlyList<double> small = h == rows && w == columns ? values : Averaging.Down(values, rows, columns, 1, h, w);
        var text = new StringBuilder();
        for (int i = 0; i < small.Count; i++)
        {
            if (i % w == 0) text.Append(i == 0 ? "  " : "\n  ");
            double share = high > low ? (small[i] - low) / (high - low) : 0.5;
            text.Append(double.IsNaN(share) ? '?' : Shade[Math.Clamp((int)(share * Shade.Length), 0, Shade.Length - 1)]);
        }
        return text.ToString();
    }
}
