namespace HackLab.Data.Hosting;

/// <summary>
/// A live progress bar, redrawn at most ten times a second: share, steps, rate and time left. Its last state is shown on
/// <see cref="Dispose"/>. Steps may be counted from several threads.
/// </summary>
public sealed class ProgressBar : IDisposable
{
    private readonly Throttle _throttle;
    private readonly CancellationToken _token;
    private readonly TimeProvider _time;
    private readonly long _total, _start;
    private readonly string _title;
    private long _done;
    private volatile bool _disposed, _complete;

    /// <summary>Shows a bar that stands at 0.</summary>
    /// <param name="total">How many steps there are; 0 or less if that is not known.</param>
    /// <param name="title">What is being done.</param>
    /// <example><code>using var bar = new ProgressBar(files.Length, "reading");</code></example>
    public ProgressBar(long total, string title = "") : this(total, title, NotebookHost.Token, TimeProvider.System)
    {
    }

    // With a delay nothing is shown before it has passed, and work that ends sooner is never shown.
    internal ProgressBar(long total, string title, CancellationToken token, TimeProvider time, TimeSpan delay = default)
    {
        (_total, _title, _token, _time, _start) = (total, title ?? "", token, time, time.GetTimestamp());
        _throttle = new Throttle(time, TimeSpan.FromMilliseconds(100), delay);
        Draw();
    }

    /// <summary>The steps done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Whether the learner interrupted the cell: stop, and keep what was done.</summary>
    public bool IsInterrupted => _token.IsCancellationRequested;

    /// <summary>Counts steps as done.</summary>
    /// <param name="steps">How many.</param>
    /// <returns>False when the cell was interrupted and the loop should end.</returns>
    public bool Step(long steps = 1)
    {
        Interlocked.Add(ref _done, steps);
        Draw();
        return !IsInterrupted;
    }

    /// <summary>Says that the work is done, where the number of steps was not known before.</summary>
    public void Complete() => _complete = true;

    /// <summary>Shows the last state.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Draw();
        _throttle.Dispose();
    }

    private void Draw() => _throttle.Show(() => new ProgressView(
        _title, Done, _total, _time.GetElapsedTime(_start), _disposed, _disposed && IsInterrupted && !_complete));
}
