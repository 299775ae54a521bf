namespace HackLab.Kernel.Errors;

/// <summary>Code that was read from a file failed.</summary>
/// <param name="source">How its lines are named.</param>
/// <param name="code">That code.</param>
/// <param name="importer">How lines are named of what asked for the file, and the line in it that did.</param>
/// <param name="failure">What was thrown.</param>
internal sealed class ImportFailedException(string source, string code, (string Name, int Line) importer, Exception failure)
    : Exception(failure.Message, failure)
{
    /// <summary>How its lines are named.</summary>
    public string SourceName { get; } = source;

    /// <summary>The code.</summary>
    public string Code { get; } = code;

    /// <summary>What asked for the file, and the line in it that did.</summary>
    public (string Name, int Line) Importer { get; } = importer;
}
