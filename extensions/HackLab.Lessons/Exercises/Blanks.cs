using HackLab.Data.Hosting;

namespace HackLab.Lessons;

/// <summary>Places that learners fill.</summary>
public static class Blanks
{
    private static readonly Lock Gate = new();
    private static CancellationToken s_run;
    private static bool s_met;

    /// <summary>
    /// A place to fill. Until it is filled it gives a value that does no harm (0, an empty text or array), so that the cells below
    /// run, and the next check of the same cell says that the exercise is not started.
    /// </summary>
    /// <typeparam name="T">What belongs there.</typeparam>
    /// <example><code>int signal = Blank&lt;int>();   // how many rows are signal?</code></example>
    public static T Blank<T>()
    {
        lock (Gate) (s_run, s_met) = (NotebookHost.Token, true);
        Type type = typeof(T);
        if (type == typeof(string)) return (T)(object)"";
        if (type.IsArray) return (T)(object)Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]);
        return type.GetConstructor([]) is not null && !type.IsValueType && type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
            ? Activator.CreateInstance<T>()
            : default!;
    }

    /// <summary>A place to fill that meanwhile gives a value with which the cells below can do something sensible.</summary>
    /// <typeparam name="T">What belongs there.</typeparam>
    /// <param name="meanwhile">What it gives until it is filled.</param>
    /// <example><code>double usefulness = Blank(auc);   // how far is auc from 0.5?</code></example>
    public static T Blank<T>(T meanwhile)
    {
        lock (Gate) (s_run, s_met) = (NotebookHost.Token, true);
        return meanwhile;
    }

    /// <summary>Whether a blank was met in this run of the cell since it was last asked.</summary>
    internal static bool TakeMet()
    {
        lock (Gate)
        {
            // Each run of a cell has a token of its own: blanks of earlier runs, now filled, do not count.
            bool met = s_met && s_run == NotebookHost.Token;
            s_met = false;
            return met;
        }
    }
}
