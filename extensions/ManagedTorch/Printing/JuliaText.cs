using System.Text;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Julia's style: a head line, then matrices with columns aligned at the right; one block for each place on the outer
/// axes.</summary>
internal static class JuliaText
{
    // A page of rows; a longer matrix shows its first and last ones. TorchSharp would write them all.
    private const int MostRows = 100;

    /// <summary>The text for one tensor.</summary>
    public static string Of(Tensor x, NumberFormat format, int width, string newLine)
    {
        string head = Metadata.Of(x);
        if (x.Sizes.Length == 0)
        {
            return $"{head}, value = {format.All(x)[0]}";
        }
        var text = new StringBuilder(head).Append(newLine);
        using IDisposable off = no_grad();
        Tensor matrices = x.Sizes.Length == 1 ? Views.Unsqueeze(x, 0) : x;
        Write(matrices, "", format, width, newLine, text, isFirst: true);
        return text.ToString();
    }

    private static bool Write(
        Tensor x, string place, NumberFormat format, int width, string newLine, StringBuilder text, bool isFirst)
    {
        if (x.Sizes.Length > 2)
        {
            for (long i = 0; i < x.Sizes[0]; i++)
            {
                isFirst = Write(Views.Select(x, 0, i), $"{place}{i},", format, width, newLine, text, isFirst);
            }
            return isFirst;
        }
        if (place.Length > 0)
        {
            text.Append(isFirst ? "" : newLine).Append('[').Append(place).Append("..,..] =").Append(newLine);
        }
        Matrix(x, format, width, newLine, text);
        return false;
    }

    private static void Matrix(Tensor x, NumberFormat format, int width, string newLine, StringBuilder text)
    {
        long rows = x.Sizes[0], shown = Math.Min(rows, MostRows), half = shown == rows ? rows : MostRows / 2;
        // As many columns as fit are the most that must be written.
        long columns = Math.Min(x.Sizes[1], width / 2 + 1);
        Tensor left = Views.Slice(x, 1, 0, columns, 1);
        string[] top = format.All(Views.Slice(left, 0, 0, half, 1));
        string[] bottom = half == rows ? [] : format.All(Views.Slice(left, 0, rows - half, half, 1));
        string[] cells = [.. top, .. bottom];
        int[] widths = new int[columns];
        for (int i = 0; i < cells.Length; i++)
        {
            widths[i % columns] = Math.Max(widths[i % columns], cells[i].Length);
        }
        int fitting = 0;
        for (int used = 0; fitting < columns && used + 1 + widths[fitting] <= width; fitting++)
        {
            used += 1 + widths[fitting];
        }
        for (long row = 0; row < cells.Length / Math.Max(1, columns); row++)
        {
            if (row == half && bottom.Length > 0)
            {
                text.Append(" ...").Append(newLine);
            }
            for (int column = 0; column < fitting; column++)
            {
                text.Append(' ').Append(cells[row * columns + column].PadLeft(widths[column]));
            }
            text.Append(fitting < x.Sizes[1] ? " ..." : "").Append(newLine);
        }
    }
}
