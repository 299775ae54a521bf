using System.Diagnostics.CodeAnalysis;

namespace HackLab.Data.Delimited;

/// <summary>The numbers of one block, row after row, in an arena.</summary>
/// <param name="Arena">Where they are.</param>
/// <param name="Piece">In which piece of it.</param>
/// <param name="Values">Their address.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Empty">The fault to report if any row follows: empty lines stand at the end; null if there are none.</param>
[SuppressMessage("Performance", "CA1819", Justification = "Not an array.")]
internal readonly record struct NumberBlock(NativeArena Arena, int Piece, nint Values, int Rows, DataFormatException? Empty);
