using System.Runtime.ExceptionServices;
using HackLab.Data.Display;

namespace HackLab.Data.Hosting;

/// <summary>
/// Shows values in one place of the output, not more often than once per interval. The last value is never lost: it comes when
/// the interval has passed, at the end of the cell, or at once on <see cref="Dispose"/>. With a delay nothing is shown before it
/// has
/// passed, and nothing ever if all is over by then.
/// </summary>
internal sealed class Throttle(TimeProvider time, TimeSpan interval, TimeSpan delay = default) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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
            if ((_displayed is null && delay == default) || wait <= TimeSpan.Zero) ShowPending();
            else if (_timer is null)
            {
                _timer = time.CreateTimer(_ => Late(), null, wait, Timeout.InfiniteTimeSpan);
                // A cell that is interrupted or fails before that must not keep an older state on the page.
                if (_displayed is not null) NotebookHost.AtCellEnd(Late);
            }
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

    /// <summary>On a thread of the timer or at the cell's end, where an exception would harm others: it is kept for the next
    /// call.</summary>
    private void Late()
    {
        // Not for ever: another thread may be making a figure that never gets done.
        if (!_gate.TryEnter(Patience)) return;
        try
        {
            ShowPending();
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            _gate.Exit();
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
