namespace HackLab.Data.Download;

/// <summary>How to fetch files: how long to wait for what, how often to try, and whom to tell.</summary>
public sealed record DownloadOptions
{
    /// <summary>
    /// How often each address is tried before the next one; an attempt that brought bytes counts the tries anew.
    /// </summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long a connection may take to be made.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may stay silent; then it is cut and tried again from where it was.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before the second try; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause; a server that asks for a longer one is left for the next address.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many times an address may point to another one.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Bytes of the disk that are left alone.</summary>
    public long SpareDisk { get; init; } = 64L << 20;

    /// <summary>Told at most four times a second how far it is.</summary>
    public Action<TransferProgress>? Progress { get; init; }

    /// <summary>Told in words what happens: a size, a pause, another address.</summary>
    public Action<string>? Say { get; init; }

    /// <summary>Stops it; what was received stays, to be continued by the next call.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Measures rates and pauses.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many bytes the disk of a folder has free.</summary>
    internal Func<string, long> FreeDisk { get; init; } = folder => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
}
