namespace HackLab.Data;

/// <summary>The text of a document.</summary>
public sealed class DocxText
{
    internal DocxText(IReadOnlyList<string> paragraphs) => Paragraphs = paragraphs;

    /// <summary>
    /// The paragraphs, empty ones too. A line break within is <c>\n</c>, a tab <c>\t</c>, a hyphen that shows only at a line's
    /// end <c>\u00AD</c>.
    /// </summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>The lines: every paragraph ends one, and so does every line break.</summary>
    public IReadOnlyList<string> Lines => [.. Paragraphs.SelectMany(paragraph => paragraph.Split('\n'))];

    /// <summary>All lines, with <c>\n</c> between them.</summary>
    public override string ToString() => string.Join('\n', Paragraphs);
}
