using System.Runtime.ExceptionServices;
using HackLab.Data.Hosting;
using HackLab.Simulation.Numerics;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Draws rows with repetition and measures each draw, on several threads. Every draw has a random stream of its own, so the
/// values do not depend on how many threads there are.
/// </summary>
internal sealed class Redraws
{
    // Fewer redraws than this say nothing about the ends of an interval.
    public const int Fewest = 20;

    // A metric that is NaN on so many draws in a row is not defined on these rows at all.
    private const int MostUndefined = 1000;

    private readonly int _rows;
    private readonly BootstrapOptions _options;
    private readonly int[][] _strata;

    public Redraws(int rows, BootstrapOptions options)
    {
        if (rows < 1) throw new ArgumentException($"At least one row is needed, but there are {rows}.", nameof(rows));
        if (options.Resamples < Fewest)
        {
            throw new ArgumentException(
                $"At least {Fewest} redraws are needed, but resamples is {options.Resamples}.", "resamples");
        }
        if (!(options.Level > 0 && options.Level < 1))
        {
            throw new ArgumentException(
                Words.Of($"level must lie between 0 and 1, but it is {options.Level}."), "level");
        }
        if (options.Threads < 0)
        {
            throw new ArgumentException(
                $"Threads must be at least 0, but it is {options.Threads}.", nameof(options));
        }
        if (options.Strata is { } strata && strata.Count != rows)
            throw new ArgumentException($"There are {rows} rows and {strata.Count} strata; each row needs one.", nameof(options));
        (_rows, _options) = (rows, options);
        _strata = options.Strata is { } given
            ? [.. AllRows().GroupBy(row => given[row]).OrderBy(group => group.Key).Select(group => group.ToArray())]
            : [AllRows()];
    }

    /// <summary>Every row once.</summary>
    public int[] AllRows() => [.. Enumerable.Range(0, _rows)];

    /// <summary>The measure of each redraw, in order; fewer than asked for if the cell was interrupted.</summary>
    public List<(double First, double Second)> Run(Func<int[], (double First, double Second)> measure)
    {
        CancellationToken token = NotebookHost.Token;
        var values = new (double First, double Second)[_options.Resamples];
        var done = new bool[values.Length];
        if (_options.Threads == 1)
        {
            var drawn = new int[_rows];
            for (int r = 0; r < values.Length && !token.IsCancellationRequested; r++)
            {
                (values[r], done[r]) = (Measure(r, drawn, measure), true);
            }
        }
        else
        {
            RunOnThreads(measure, values, done, token);
        }
        List<(double, double)> kept = [.. values.Where((_, r) => done[r])];
        if (kept.Count < Fewest) token.ThrowIfCancellationRequested();
        return kept;
    }

    private void RunOnThreads(
        Func<int[], (double, double)> measure, (double, double)[] values, bool[] done, CancellationToken token)
    {
        int most = _options.Threads == 0 ? Environment.ProcessorCount : _options.Threads;
        var threads = new ParallelOptions { MaxDegreeOfParallelism = most };
        try
        {
            Parallel.For(0, values.Length, threads, () => new int[_rows], (r, loop, drawn) =>
            {
                if (token.IsCancellationRequested) loop.Stop();
                else (values[r], done[r]) = (Measure(r, drawn, measure), true);
                return drawn;
            }, _ => { });
        }
        catch (AggregateException several)
        {
            // The metric's own exception is what its author can read.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    private (double, double) Measure(int redraw, int[] drawn, Func<int[], (double First, double Second)> measure)
    {
        var random = new SeededRandom(_options.Seed, redraw + 1L);
        for (int attempt = 0; attempt < MostUndefined; attempt++)
        {
            int at = 0;
            foreach (int[] stratum in _strata)
            {
                for (int i = 0; i < stratum.Length; i++) drawn[at++] = stratum[random.NextInt(stratum.Length)];
            }
            (double first, double second) = measure(drawn);
            if (!double.IsNaN(first) && !double.IsNaN(second)) return (first, second);
        }
        throw new ArgumentException(
            $"The metric is NaN on {MostUndefined} redraws in a row: it is not defined on such rows.", nameof(measure));
    }
}
