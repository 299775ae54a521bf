namespace HackLab.Kernel;

/// <summary>A cell to run.</summary>
/// <param name="Code">The source as typed, directives included.</param>
/// <param name="Language">The cell's own language: csharp, markdown, html, javascript, mermaid, sql; others are skipped with a message.</param>
/// <param name="Silent">True to run without a result, an error message or a change of the execution count.</param>
public sealed record CellRequest(string Code, string Language = "csharp", bool Silent = false);
