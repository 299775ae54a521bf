using System.Diagnostics;
using HackLab.Data.Display;
using HackLab.Data.Hosting;

namespace HackLab.Learning.Internals;

/// <summary>Tries settings one after the other, keeps count, and fits the best on all rows.</summary>
internal sealed class Search<TModel>(IReadOnlyList<Setting> settings, Trials<TModel> trials, SearchOptions options)
    where TModel : class, IModel
{
    private readonly CancellationToken _token = NotebookHost.Token;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<SearchTrial> _done = [];
    private (double Mean, TModel? Model) _best = (double.NegativeInfinity, null);

    internal SearchResult<TModel> Run()
    {
        if (!(options.MaxSeconds > 0)) throw FitInput.Setting("MaxSeconds", options.MaxSeconds, "must be above 0");
        StopReason stopped = StopReason.Converged;
        using (ProgressBar? bar = FitProgress.Start((long)settings.Count * trials.Folds, "search"))
        {
            foreach (Setting setting in settings)
            {
                if (_done.Count > 0 && _clock.Elapsed.TotalSeconds >= options.MaxSeconds)
                {
                    stopped = StopReason.TimeLimit;
                    bar?.Complete();
                    break;
                }
                if (Try(setting, bar)) continue;
                stopped = StopReason.Interrupted;
                break;
            }
        }
        if (_done.Count == 0) _token.ThrowIfCancellationRequested();
        SearchTrial[] ranked = [.. _done.OrderByDescending(Rank)];
        (TModel? model, bool isRefitted) = Refit(ranked[0].Setting);
        if (!isRefitted) stopped = StopReason.Interrupted;
        return new SearchResult<TModel>(model, ranked, settings.Count, isRefitted, stopped);
    }

    // False when the cell was interrupted: what a fit then gave is not what the setting can do.
    private bool Try(Setting setting, ProgressBar? bar)
    {
        long start = Stopwatch.GetTimestamp();
        var scores = new double[trials.Folds];
        TModel? model = null;
        for (int fold = 0; fold < scores.Length; fold++)
        {
            try
            {
                if (_token.IsCancellationRequested) return false;
                (model, scores[fold]) = trials.Try(setting, fold);
            }
            catch (OperationCanceledException) when (_token.IsCancellationRequested)
            {
                return false;
            }
            if (_token.IsCancellationRequested) return false;
            bar?.Step();
        }
        var trial = new SearchTrial(setting, scores, Stopwatch.GetElapsedTime(start).TotalSeconds);
        _done.Add(trial);
        if (_best.Model is null || Rank(trial) > _best.Mean) _best = (Rank(trial), model);
        options.OnTrial?.Invoke(trial);
        return true;
    }

    private static double Rank(SearchTrial trial) => double.IsNaN(trial.Mean) ? double.NegativeInfinity : trial.Mean;

    private (TModel Model, bool IsRefitted) Refit(Setting setting)
    {
        try
        {
            if (!_token.IsCancellationRequested)
            {
                TModel model = trials.FitAll(setting);
                if (!_token.IsCancellationRequested) return (model, true);
            }
        }
        catch (OperationCanceledException) when (_token.IsCancellationRequested)
        {
            // The model of the last fold is kept instead.
        }
        return (_best.Model!, false);
    }
}
