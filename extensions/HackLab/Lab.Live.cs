using HackLab.Data.Display;
using HackLab.Data.Hosting;

namespace HackLab;

/// <summary>What moves while a cell runs.</summary>
public static partial class Lab
{
    /// <summary>A place in the output for a figure that changes while the cell runs; nothing is shown before the first update.</summary>
    /// <example><code>
    /// var live = Lab.Live();
    /// var model = LogisticRegression.Fit(train, new() { OnStep = log => live.Update(() => Chart.LearningCurve(log)) });
    /// </code></example>
    public static LiveDisplay Live() => new();

    /// <summary>Shows a figure that changes while the cell runs.</summary>
    /// <param name="first">What to show at first.</param>
    public static LiveDisplay Live(IRichDisplay first)
    {
        LiveDisplay live = Live();
        live.Update(first);
        return live;
    }

    /// <summary>A progress bar for work in steps.</summary>
    /// <param name="total">How many steps there are; 0 or less if that is not known.</param>
    /// <param name="title">What is being done.</param>
    /// <example><code>
    /// using (var bar = Lab.Progress(100, "simulating"))
    ///     for (int i = 0; i &lt; 100 &amp;&amp; bar.Step(); i++) Simulate(i);
    /// </code></example>
    public static ProgressBar Progress(long total, string title = "") => new(total, title);

    /// <summary>Goes through items with a progress bar. When the cell is interrupted it ends early, and what was done is kept.</summary>
    /// <param name="items">What to go through.</param>
    /// <param name="title">What is being done.</param>
    /// <example><code>foreach (var file in Lab.Progress(files, "reading")) Read(file);</code></example>
    public static IEnumerable<T> Progress<T>(IEnumerable<T> items, string title = "")
    {
        ArgumentNullException.ThrowIfNull(items);
        return Walk(items, title);
    }

    private static IEnumerable<T> Walk<T>(IEnumerable<T> items, string title)
    {
        using ProgressBar bar = Progress(items.TryGetNonEnumeratedCount(out int count) ? count : 0, title);
        foreach (T item in items)
        {
            if (bar.IsInterrupted) yield break;
            yield return item;
            bar.Step();
        }
        bar.Complete();
    }
}
