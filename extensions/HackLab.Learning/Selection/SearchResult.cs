using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;

namespace HackLab.Learning;

/// <summary>What a search found: every setting with its scores, and the best one's model.</summary>
/// <typeparam name="TModel">The kind of model.</typeparam>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SearchResult<TModel> : IRichDisplay
    where TModel : IModel
{
    private const int MostShown = 20;

    internal SearchResult(TModel best, IReadOnlyList<SearchTrial> trials, int asked, bool isRefitted, StopReason stopped) =>
        (Best, Trials, Asked, IsRefitted, Stopped) = (best, trials, asked, isRefitted, stopped);

    /// <summary>
    /// The model of the best setting, fitted on all rows; on the rows of one fold if the search was interrupted
    /// (see <see cref="IsRefitted"/>).
    /// </summary>
    public TModel Best { get; }

    /// <summary>All settings that were tried to the end, the best first; equally good ones in the order of the search.</summary>
    public IReadOnlyList<SearchTrial> Trials { get; }

    /// <summary>How many settings there were to try.</summary>
    public int Asked { get; }

    /// <summary>Whether <see cref="Best"/> was fitted on all rows.</summary>
    public bool IsRefitted { get; }

    /// <summary>Why the search ended: <see cref="StopReason.Converged"/> if every setting was tried.</summary>
    public StopReason Stopped { get; }

    /// <summary>The best setting.</summary>
    public Setting BestSetting => Trials[0].Setting;

    /// <summary>The best setting's mean score over the folds. It was chosen for being high, so a test set will find less.</summary>
    public double BestScore => Trials[0].Mean;

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>The best setting and its score, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Best of {Trials.Count} settings: {BestSetting}, score {BestScore:0.0000} ± {Trials[0].Std:0.0000}");

    private Table Show()
    {
        List<TableColumn> columns = [new("rank", Align.Right)];
        columns.AddRange(BestSetting.Values.Select(pair => new TableColumn(pair.Key, Align.Right)));
        columns.AddRange([new("score", Align.Right), new("± std", Align.Right), new("seconds", Align.Right, "0.00")]);
        var rows = new List<object?[]>();
        foreach (SearchTrial trial in Trials.Take(MostShown))
        {
            rows.Add(
            [
                rows.Count + 1, .. trial.Setting.Values.Select(pair => (object?)Setting.Show(pair.Value)),
                trial.Mean.ToString("0.0000", CultureInfo.InvariantCulture), trial.Std.ToString("0.0000", CultureInfo.InvariantCulture), trial.Seconds,
            ]);
        }
        var notes = new List<string>();
        if (Trials.Count > MostShown) notes.Add($"{Trials.Count - MostShown} more settings.");
        if (Trials.Count < Asked) notes.Add($"{(Stopped == StopReason.Interrupted ? "Interrupted" : "Out of time")}: {Trials.Count} of {Asked} settings were tried.");
        if (!IsRefitted) notes.Add("The best model has not been fitted on all rows.");
        return new Table(ToString(), columns, rows, string.Join(" ", notes));
    }
}
