using HackLab.Data;

namespace HackLab.Evaluation;

/// <summary>
/// How one file that a challenge asks for has to look: <see cref="TableFormat"/> for numbers, <see cref="ImagesFormat"/> for pictures,
/// <see cref="TextFormat"/> for words.
/// </summary>
public abstract class PredictionFormat
{
    private protected PredictionFormat(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        FileName = fileName;
    }

    /// <summary>What the file is called; upper and lower case do not matter when it is read.</summary>
    public string FileName { get; }

    /// <summary>The format in words.</summary>
    public abstract string Description { get; }

    /// <summary>Name and content in a few words, for tables.</summary>
    internal virtual string Summary => FileName;

    /// <summary>Reads a file's bytes, which may come from anybody.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="where">What to call the file in an error.</param>
    /// <param name="mostRows">A file with more rows or pictures is refused before the rest of it is read.</param>
    /// <exception cref="DataFormatException">They are not in this format; the message says where and what to do.</exception>
    public abstract PredictionContent Read(ReadOnlyMemory<byte> content, string where, int mostRows = int.MaxValue);

    /// <summary>Writes the bytes of a file.</summary>
    /// <param name="content">What it shall hold.</param>
    /// <exception cref="ArgumentException">The content is of another kind, or has other columns.</exception>
    public abstract byte[] Write(PredictionContent content);

    /// <summary>What is wrong with a content, in sentences; empty if it may be handed in.</summary>
    /// <param name="content">What was read, or is about to be written.</param>
    /// <param name="ids">What names each row of the evaluation set, in its order.</param>
    public abstract IReadOnlyList<string> Problems(PredictionContent content, IReadOnlyList<string> ids);

    /// <summary>What is allowed but looks like a mistake, in sentences.</summary>
    /// <param name="content">A content without problems.</param>
    public virtual IReadOnlyList<string> Warnings(PredictionContent content) => [];

    /// <summary>The ids that a content itself names, where the evaluation set is not at hand; its rows may have any.</summary>
    internal virtual IReadOnlyList<string> OwnIds(PredictionContent content, int rows) =>
        content is PredictionTable { Ids: { } own } ? own : new string[rows];

    /// <summary>The content in the order of the evaluation set; it must have no problems.</summary>
    internal virtual PredictionContent InOrder(PredictionContent content, IReadOnlyList<string> ids) => content;
}
