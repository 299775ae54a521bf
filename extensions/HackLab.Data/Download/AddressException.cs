namespace HackLab.Data.Download;

/// <summary>
/// An address does not give the file: for the moment, or at all. Ends as a line of a <see cref="DownloadException"/>.
/// </summary>
internal sealed class AddressException : Exception
{
    private AddressException(string words, bool isPassing, TimeSpan? after) : base(words) =>
        (IsPassing, RetryAfter) = (isPassing, after);

    /// <summary>Whether it may be better in a moment.</summary>
    internal bool IsPassing { get; }

    /// <summary>When the server asks to come back; null if it does not say.</summary>
    internal TimeSpan? RetryAfter { get; }

    internal static AddressException Passing(string words, TimeSpan? after = null) => new(words, true, after);

    internal static AddressException Final(string words) => new(words, false, null);
}
