using System.Net;
using System.Text;

namespace HackLab.Quantum;

/// <summary>How a circuit shows itself: its gates as a list. <c>Chart.Circuit</c> draws it.</summary>
public sealed partial class QuantumCircuit
{
    private const int GatesShown = 60;

    /// <inheritdoc/>
    public string ToHtml() => $"<pre>{WebUtility.HtmlEncode(ToText())}</pre>";

    /// <inheritdoc/>
    public string ToText()
    {
        var text = new StringBuilder(ToString());
        for (int i = 0; i < Math.Min(_gates.Count, GatesShown); i++) text.Append($"\n{i + 1,4}. {_gates[i]}");
        if (_gates.Count > GatesShown) text.Append($"\n      and {_gates.Count - GatesShown} more");
        return text.ToString();
    }

    /// <summary>Its size in one line.</summary>
    public override string ToString() =>
        $"Circuit of {Numbered(Wires, "wire")}, {Numbered(_gates.Count, "gate")}, depth {(_gates.Count == 0 ? 0 : Depth)}, "
        + $"{Numbered(ParameterCount, "parameter")}, {Numbered(InputCount, "input")}";
}
