using System.Net;
using System.Text;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>How a density matrix shows itself: its numbers if it is small.</summary>
public sealed partial class DensityMatrix
{
    private const int RowsShown = 8;

    /// <inheritdoc/>
    public string ToHtml() => $"<pre>{WebUtility.HtmlEncode(ToText())}</pre>";

    /// <inheritdoc/>
    public string ToText()
    {
        var text = new StringBuilder(ToString());
        if (Size > RowsShown) return text.ToString();
        string[,] cells = new string[Size, Size];
        int width = 0;
        for (int r = 0; r < Size; r++)
        {
            for (int c = 0; c < Size; c++)
            {
                cells[r, c] = Numbers.Coefficient(_values[r, c]);
                width = Math.Max(width, cells[r, c].Length);
            }
        }
        for (int r = 0; r < Size; r++)
            text.Append('\n').AppendJoin("  ", Enumerable.Range(0, Size).Select(c => cells[r, c].PadLeft(width)));
        return text.ToString();
    }

    /// <summary>Its size and purity in one line.</summary>
    public override string ToString() => $"Density matrix of {Wires} {(Wires == 1 ? "wire" : "wires")}, purity {Numbers.Text(Purity)}";
}
