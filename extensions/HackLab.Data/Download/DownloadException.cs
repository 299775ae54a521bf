namespace HackLab.Data.Download;

/// <summary>
/// A file could not be had, or is not the one that was published. The message says which file, what happened at each address,
/// and what to do; what was received is kept only where it can be continued, never under the file's own name.
/// </summary>
public sealed class DownloadException : IOException
{
    /// <summary>Says why a file could not be had.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="reason">What happened, as a clause without a full stop.</param>
    /// <param name="advice">What to do, as a sentence.</param>
    /// <param name="inner">The exception that told of it, if any.</param>
    public DownloadException(string file, string reason, string advice, Exception? inner = null)
        : base($"{file}: {reason}. {advice}", inner) => (File, Reason, Advice) = (file, reason, advice);

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>What happened.</summary>
    public string Reason { get; }

    /// <summary>What to do.</summary>
    public string Advice { get; }
}
