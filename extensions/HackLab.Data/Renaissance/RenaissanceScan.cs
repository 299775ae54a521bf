namespace HackLab.Data.Renaissance;

/// <summary>The real scan and its transcription, brought together.</summary>
/// <param name="Pages">Pages of the book in their order: halves of the scan's pictures set upright, with the boxes of the lines
/// found.</param>
/// <param name="Lines">Every line that has a text.</param>
/// <param name="Mismatches">A sentence for each page that is transcribed, but not in as many lines as were found (none of its
/// lines has a text), and for each line that is far too long or too short for its text (it has none).</param>
public sealed record RenaissanceScan(IReadOnlyList<BookPage> Pages, TextLines Lines, IReadOnlyList<string> Mismatches);
