namespace HackLab.Data.Display;

/// <summary>
/// A value that notebooks show richly. Implement it and mark the class with
/// <c>[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]</c>.
/// </summary>
public interface IRichDisplay
{
    /// <summary>Self-contained HTML (inline SVG or CSS, no script from elsewhere). Must not throw.</summary>
    string ToHtml();

    /// <summary>The same as readable plain text. Must not throw.</summary>
    string ToText();
}
