namespace HackLab.Data.Download;

/// <summary>Measures a transfer's rate over the last seconds, and tells of it at most four times a second.</summary>
internal sealed class TransferMeter(string name, Action<TransferProgress>? report, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5), Interval = TimeSpan.FromMilliseconds(250);

    private readonly Queue<(long At, long Bytes)> _marks = new();
    private long _told = long.MinValue;

    /// <summary>Some bytes have come.</summary>
    /// <param name="bytes">How many are here in all.</param>
    /// <param name="total">How many there will be; null if nobody says.</param>
    /// <param name="now">True to tell of it even if something was told just now.</param>
    internal void Reached(long bytes, long? total, bool now = false)
    {
        if (report is null) return;
        long at = time.GetTimestamp();
        bool due = _told == long.MinValue || time.GetElapsedTime(_told, at) >= Interval;
        if (!due && !now) return;
        _told = at;
        _marks.Enqueue((at, bytes));
        while (_marks.Count > 2 && time.GetElapsedTime(_marks.Peek().At, at) > Window) _marks.Dequeue();
        (long sinceAt, long sinceBytes) = _marks.Peek();
        double seconds = time.GetElapsedTime(sinceAt, at).TotalSeconds;
        double rate = seconds > 0 ? Math.Max(0, bytes - sinceBytes) / seconds : 0;
        TimeSpan? left = rate > 0 && total is { } all && all >= bytes && (all - bytes) / rate < TimeSpan.FromDays(30).TotalSeconds
            ? TimeSpan.FromSeconds((all - bytes) / rate) : null;
        report(new TransferProgress(name, bytes, total, rate, left));
    }
}
