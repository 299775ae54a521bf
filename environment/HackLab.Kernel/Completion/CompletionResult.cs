namespace HackLab.Kernel;

/// <summary>One proposed completion.</summary>
/// <param name="Text">What replaces the range.</param>
/// <param name="Kind">Method, property, class, local, keyword, directive …: the Jupyter "type" shown beside it.</param>
/// <param name="Signature">A short signature, or empty.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature = "");

/// <summary>Completions for a position; offsets are UTF-16 indices into the cell's code.</summary>
/// <param name="Items">Those that fit what was typed, best first.</param>
/// <param name="Start">Where the replaced range starts.</param>
/// <param name="End">Where it ends (exclusive).</param>
public sealed record CompletionResult(IReadOnlyList<CompletionItem> Items, int Start, int End);

/// <summary>Whether a source text is a complete cell.</summary>
public enum Completeness
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More must be typed, such as a closing brace.</summary>
    Incomplete,

    /// <summary>It cannot become right by typing more.</summary>
    Invalid,
}
