namespace HackLab.Data;

/// <summary>One line of a FITS header: a keyword, its value and a comment on it.</summary>
/// <param name="Keyword">
/// Up to 8 capital letters, digits, hyphens and underscores; longer or with blanks where the HIERARCH convention is used
/// (<c>ESO DET CHIP1 ID</c>). Empty, <c>COMMENT</c> and <c>HISTORY</c> have their text as the comment and no value.
/// </param>
/// <param name="Value">
/// A <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="System.Numerics.Complex"/> or
/// <see cref="string"/> (without blanks at its end, which mean nothing in FITS); null if there is none. What breaks the
/// standard's rules for a value is handed on as the text that it is.
/// </param>
/// <param name="Comment">What stands behind the slash; empty if nothing does.</param>
public sealed record FitsCard(string Keyword, object? Value, string Comment = "");
