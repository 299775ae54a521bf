using System.Runtime.ExceptionServices;
using HackLab.Data.Display;

namespace HackLab.Data.Hosting;

/// <summary>
/// Shows values in one place of the output, not more often than once per interval. The last value is never lost: it comes when
/// the interval has passed, or at once on <see cref="Dispose"/>. With a delay nothing is shown before it has passed, and nothing
/// ever if all is over by then.
/// </summary>
internal sealed class Throttle(TimeProvider time, TimeSpan interval, TimeSpan delay = default) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _gate = new();
    private IDisplayed? _displayed;
    private Func<IRichDisplay>? _pending;
    private ITimer? _timer;
    private long _last;
    private ExceptionDispatchInfo? _failure;

    public void Show(Func<IRichDisplay> value)
    {
        lock (_gate)
        {
            RethrowFailure();
            _pending = value;
            TimeSpan wait = _displayed is null ? delay - time.GetElapsedTime(_start) : interval - time.GetElapsedTime(_last);
            if (_displayed is null && delay == default || wait <= TimeSpan.Zero) ShowPending();
            else _timer ??= time.CreateTimer(_ => Late(), null, wait, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_displayed is null && time.GetElapsedTime(_start) < delay) _pending = null;
            ShowPending();
            RethrowFailure();
        }
    }

    /// <summary>On a thread of the timer, where an exception would end the process: it is kept for the next call.</summary>
    private void Late()
    {
        lock (_gate)
        {
            try
            {
                ShowPending();
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }

    private void ShowPending()
    {
        _timer?.Dispose();
        _timer = null;
        if (_pending is not { } pending) return;
        _pending = null;
        IRichDisplay value = pending();
        if (_displayed is null) _displayed = NotebookHost.Display(value);
        else _displayed.Update(value);
        _last = time.GetTimestamp();
    }

    private void RethrowFailure()
    {
        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
        failure?.Throw();
    }
}
