namespace HackLab.Data.Delimited;

/// <summary>What one block has of each column.</summary>
/// <param name="Arena">Where numbers are.</param>
/// <param name="Piece">In which piece of it.</param>
/// <param name="Values">Each column's address; 0 for text.</param>
/// <param name="Texts">Each column's strings; null for others.</param>
/// <param name="Present">Where each column has values; null if everywhere.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Empty">The fault to report if any row follows: empty lines stand at the end; null if there are none.</param>
internal sealed record ColumnsBlock(
    NativeArena Arena, int Piece, nint[] Values, string?[]?[] Texts, bool[]?[] Present, int Rows, DataFormatException? Empty);
