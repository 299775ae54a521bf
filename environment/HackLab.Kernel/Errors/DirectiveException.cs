namespace HackLab.Kernel.Errors;

/// <summary>A directive cannot be carried out: what was wrong and what to do.</summary>
/// <param name="message">In words for the person.</param>
/// <param name="line">The line in the cell, from 1, if known.</param>
internal sealed class DirectiveException(string message, int? line = null) : Exception(message)
{
    /// <summary>The line in the cell, from 1, if known.</summary>
    public int? Line { get; } = line;
}
