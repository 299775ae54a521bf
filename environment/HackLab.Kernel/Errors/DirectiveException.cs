namespace HackLab.Kernel.Errors;

/// <summary>A directive, or a part in another language, cannot be carried out: what was wrong and what to do.</summary>
/// <param name="message">In words for the person.</param>
/// <param name="line">The line in the cell, from 1, if known.</param>
/// <param name="kind">The error's name.</param>
internal sealed class DirectiveException(string message, int? line = null, string kind = "DirectiveError") : Exception(message)
{
    /// <summary>The line in the cell, from 1, if known.</summary>
    public int? Line { get; } = line;

    /// <summary>The error's name.</summary>
    public string Kind { get; } = kind;
}
