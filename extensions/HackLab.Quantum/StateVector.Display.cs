using System.Net;
using System.Numerics;
using System.Text;
using HackLab.Quantum.Internals;

namespace HackLab.Quantum;

/// <summary>How a state shows itself: as a sum of basis states.</summary>
public sealed partial class StateVector
{
    private const int TermsShown = 16;

    /// <inheritdoc/>
    public string ToHtml() => $"<div style=\"font-family:serif;font-size:1.1em\">{WebUtility.HtmlEncode(ToText())}</div>";

    /// <inheritdoc/>
    public string ToText() => ToString();

    /// <summary>The basis states with their amplitudes, such as <c>0.7071|00⟩ + 0.7071|11⟩</c>; at most 16 of them.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        int shown = 0, left = 0;
        for (int i = 0; i < Count; i++)
        {
            Complex value = new(Data.Real[i], Data.Imaginary[i]);
            if (!Numbers.Matters(value)) continue;
            if (shown == TermsShown)
            {
                left++;
                continue;
            }
            string coefficient = Numbers.Coefficient(value);
            bool negative = coefficient[0] == '−';
            if (negative) coefficient = coefficient[1..];
            text.Append(shown == 0 ? (negative ? "−" : "") : negative ? " − " : " + ");
            text.Append(coefficient == "1" ? "" : coefficient).Append('|').Append(Bits.Text(i, Wires)).Append('⟩');
            shown++;
        }
        return left == 0 ? text.ToString() : $"{text} + {left} more";
    }
}
