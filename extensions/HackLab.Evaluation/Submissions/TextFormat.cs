using System.Text;
using HackLab.Data;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>A file of words in UTF-8, for example a transcription or a short report.</summary>
/// <param name="fileName">What it is called.</param>
/// <param name="description">What it holds, in words.</param>
public sealed class TextFormat(string fileName, string description) : PredictionFormat(fileName)
{
    /// <summary>The most bytes, 4 MB unless set: a book has one.</summary>
    public int MostBytes { get; init; } = 4 << 20;

    /// <inheritdoc/>
    public override string Description => $"{FileName}: {description}; text in UTF-8.";

    /// <inheritdoc/>
    public override PredictionContent Read(ReadOnlyMemory<byte> content, string where, int mostRows = int.MaxValue)
    {
        if (content.Length > MostBytes)
            throw new DataFormatException(where, Words.Of($"a text of at most {MostBytes:N0} bytes"),
                Words.Of($"{content.Length:N0} bytes"), "Is this the right file?");
        string text = Utf8Text.Read(content.Span, where);
        return new PredictionText(text.ReplaceLineEndings("\n"));
    }

    /// <inheritdoc/>
    public override byte[] Write(PredictionContent content) => content is PredictionText { Text: var text }
        ? Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))
        : throw new ArgumentException($"{FileName} holds text, not a table.", nameof(content));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Problems(PredictionContent content, IReadOnlyList<string> ids) => content switch
    {
        PredictionText { Text: var text } when string.IsNullOrWhiteSpace(text) =>
            [$"{FileName} is empty: write your text into it."],
        PredictionText => [],
        _ => [$"{FileName} holds text, but a table was given."],
    };
}
