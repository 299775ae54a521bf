using HackLab.Data.Display;

namespace HackLab.Data.Hosting;

/// <summary>
/// A place in the output whose content can be replaced, at most four times a second; of updates in between the last is shown as
/// soon as its time comes, at the end of the cell however it ends, or on <see cref="Dispose"/>.
/// </summary>
public sealed class LiveDisplay : IDisposable
{
    private readonly Throttle _throttle;

    /// <summary>A place in the output, in which nothing is shown before the first update.</summary>
    public LiveDisplay() : this(TimeProvider.System)
    {
    }

    internal LiveDisplay(TimeProvider time) => _throttle = new Throttle(time, TimeSpan.FromMilliseconds(250));

    /// <summary>Shows something else in this place.</summary>
    /// <param name="value">A figure, a table or anything else that shows itself.</param>
    public void Update(IRichDisplay value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _throttle.Show(() => value);
    }

    /// <summary>Shows something else in this place, made only if it will be seen, which may be a moment later on another thread.</summary>
    /// <param name="value">Makes the figure or table.</param>
    public void Update(Func<IRichDisplay> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _throttle.Show(value);
    }

    /// <summary>Shows the last update now.</summary>
    public void Dispose() => _throttle.Dispose();
}
