using System.Text;

namespace HackLab.Charts.Internals.Plotly;

/// <summary>Texts that people read in a Plotly figure.</summary>
internal static class PlotlyText
{
    /// <summary>The members whose strings are read by people.</summary>
    public static readonly IReadOnlySet<string> Keys =
        new HashSet<string> { "text", "name", "hovertext", "ticktext", "labels", "ticksuffix" };

    /// <summary>
    /// Plotly reads a few HTML tags and entities in texts, and TeX between dollars where the page has MathJax, as classic
    /// Jupyter has: a name such as "a &lt; b" or "$" must stay what it is.
    /// </summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("<>&$\n") < 0) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            safe.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '$' => "&#36;", '\n' => "<br>", _ =>
                c.ToString() });
        }
        return safe.ToString();
    }

    /// <summary>Lines under each other; the first few may be bold.</summary>
    public static PlotlyMarkup Lines(IEnumerable<(string Text, string Style)> lines) =>
        new(string.Join("<br>", lines.Select(line =>
        line.Style.Length == 0 ? Escape(line.Text) : $"<span style=\"{line.Style}\">{Escape(line.Text)}</span>")));
}

/// <summary>A text that is escaped already and has tags of its own.</summary>
internal readonly record struct PlotlyMarkup(string Text);
