namespace HackLab.Data;

/// <summary>
/// A program or library that does not come with .NET is needed and not here. The message says what, for what, and how to install
/// it.
/// </summary>
public sealed class MissingToolException : IOException
{
    /// <summary>Says what is missing.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="purpose">What it is needed for, as in "reading HDF5 files".</param>
    /// <param name="install">How to install it on each system, as sentences.</param>
    /// <param name="inner">The exception that told of it, if any.</param>
    public MissingToolException(string tool, string purpose, string install, Exception? inner = null)
        : base($"{purpose} needs {tool}, which was not found on this machine. {install}", inner) => Tool = tool;

    /// <summary>The name of what is missing.</summary>
    public string Tool { get; }
}
