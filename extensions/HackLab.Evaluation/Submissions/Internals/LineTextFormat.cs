using System.Text;
using HackLab.Data;

namespace HackLab.Evaluation.Internals;

/// <summary>A file in UTF-8 with one text per row: an id, a tab, the text. A text may be empty; its id may not be missing.</summary>
internal sealed class LineTextFormat(string fileName, string description) : PredictionFormat(fileName)
{
    private const int MostBytes = 16 << 20;

    public override string Description => $"{FileName}: {description}; a line each: id, tab, text, in UTF-8.";

    internal override string Summary => $"{FileName}: id, tab, text";

    public override PredictionContent Read(ReadOnlyMemory<byte> content, string where, int mostRows = int.MaxValue)
    {
        if (content.Length > MostBytes)
            throw new DataFormatException(where, Words.Of($"at most {MostBytes:N0} bytes"), Words.Of($"{content.Length:N0}"), "Is this the right file?");
        string text = Utf8Text.Read(content.Span, where).ReplaceLineEndings("\n");
        int number = 0;
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            if (++number > mostRows)
                throw new DataFormatException(where, Words.Of($"at most {mostRows:N0} lines"), "more", "One line per row of the evaluation set.", number);
            if (line.IndexOf('\t', StringComparison.Ordinal) < 1)
                throw new DataFormatException(where, "an id, a tab, and a text", IdCheck.Shown(line), "Put a tab behind the id.", number);
        }
        return new PredictionText(text);
    }

    public override byte[] Write(PredictionContent content) => content is PredictionText { Text: var text }
        ? Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n")
        : throw new ArgumentException($"{FileName} holds text, not a table.", nameof(content));

    public override IReadOnlyList<string> Problems(PredictionContent content, IReadOnlyList<string> ids)
    {
        if (content is not PredictionText { Text: var text }) return [$"{FileName} holds text, but a table was given."];
        string[] lines = Split(text);
        int without = Array.FindIndex(lines, line => line.IndexOf('\t', StringComparison.Ordinal) < 1);
        if (without >= 0) return [Words.Of($"Line {without + 1} has no id with a tab behind it: {IdCheck.Shown(lines[without])}.")];
        return [.. IdCheck.Problems([.. lines.Select(IdOf)], ids, "id")];
    }

    public override IReadOnlyList<string> Warnings(PredictionContent content)
    {
        string[] lines = Split(((PredictionText)content).Text);
        int empty = lines.Count(line => line.EndsWith('\t'));
        return empty > 0 ? [Words.Of($"{empty:N0} of {lines.Length:N0} texts are empty: all of their letters count as errors.")] : [];
    }

    internal override IReadOnlyList<string> OwnIds(PredictionContent content, int rows) =>
        content is PredictionText { Text: var text } ? [.. Split(text).Select(IdOf)] : [];

    internal override PredictionContent InOrder(PredictionContent content, IReadOnlyList<string> ids)
    {
        var byId = Split(((PredictionText)content).Text).ToDictionary(IdOf, StringComparer.Ordinal);
        return new PredictionText(string.Concat(ids.Select(id => byId[id] + "\n")));
    }

    /// <summary>The texts of a content without problems, in its order.</summary>
    internal static string[] Texts(PredictionContent content) =>
        [.. Split(((PredictionText)content).Text).Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])];

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string IdOf(string line) => line[..Math.Max(0, line.IndexOf('\t', StringComparison.Ordinal))];
}
