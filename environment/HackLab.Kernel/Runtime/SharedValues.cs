using System.Collections.Concurrent;
using System.ComponentModel;

namespace HackLab.Kernel.Runtime;

/// <summary>
/// Values on their way from another language into a C# variable: the kernel leaves them here and runs a line of C# that
/// takes them. Not for use by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SharedValues
{
    private static readonly ConcurrentDictionary<long, object?> Waiting = new();
    private static long _last;

    /// <summary>Takes a value, once.</summary>
    /// <exception cref="InvalidOperationException">There is none under that number.</exception>
    public static T Take<T>(long ticket) => Waiting.TryRemove(ticket, out object? value)
        ? (T)value! : throw new InvalidOperationException($"No shared value {ticket} waits here.");

    internal static long Leave(object? value)
    {
        long ticket = Interlocked.Increment(ref _last);
        Waiting[ticket] = value;
        return ticket;
    }
}
