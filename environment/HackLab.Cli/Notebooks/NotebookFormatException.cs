namespace HackLab.Cli.Notebooks;

/// <summary>A notebook file cannot be read; the message names the file, the place, and what was expected.</summary>
internal sealed class NotebookFormatException(string message, Exception? inner = null) : Exception(message, inner);
