namespace HackLab.Data.Renaissance;

/// <summary>The real scan and its transcription, brought together.</summary>
/// <param name="Pages">Pages of the book in their order: halves of the scan's pictures, with the boxes of the lines
/// found.</param>
/// <param name="Lines">Every line of the pages whose lines and transcription are equal in number.</param>
/// <param name="Mismatches">A sentence for each page that is transcribed, but not in as many lines as were found; its lines
/// have no text.</param>
public sealed record RenaissanceScan(IReadOnlyList<BookPage> Pages, TextLines Lines, IReadOnlyList<string> Mismatches);
