namespace HackLab.Data.Download;

/// <summary>A token that is cancelled with the caller's, and when nothing was heard for too long.</summary>
internal sealed class Silence : IDisposable
{
    private readonly CancellationTokenSource _timer, _both;
    private readonly TimeSpan _limit;

    internal Silence(DownloadOptions options)
    {
        _limit = options.StallTimeout;
        _timer = new CancellationTokenSource(_limit, options.Time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, options.Cancellation);
    }

    internal CancellationToken Token => _both.Token;

    /// <summary>Something was heard: the time begins anew.</summary>
    internal void Broken() => _timer.CancelAfter(_limit);

    public void Dispose()
    {
        _both.Dispose();
        _timer.Dispose();
    }
}
