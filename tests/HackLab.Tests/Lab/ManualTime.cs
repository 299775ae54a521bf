namespace HackLab.Tests.Facade;

/// <summary>A clock that moves only when told, and then runs the timers that are due: no test waits.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private long _now;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(_timers, () => callback(state), _now + (long)dueTime.TotalMilliseconds);
        _timers.Add(timer);
        return timer;
    }

    public void Advance(long milliseconds)
    {
        _now += milliseconds;
        foreach (Timer timer in _timers.Where(t => t.Due <= _now).ToArray())
        {
            _timers.Remove(timer);
            timer.Run();
        }
    }

    private sealed record Timer(List<Timer> All, Action Run, long Due) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => All.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
