namespace HackLab.Kernel.Directives;

/// <summary>A stretch of a cell in one language, or one directive line.</summary>
/// <param name="Language">csharp, html, sql …; null for a directive.</param>
/// <param name="Text">
/// The source. C# is padded with the line breaks before it, so that its lines are those of the cell. Of a directive, the line.
/// </param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Arguments">What follows the language's name on its line, such as a result's name; empty if nothing does.</param>
internal sealed record CellPart(string? Language, string Text, int Line, string Arguments = "");
