using System.Globalization;
using HackLab.Data;
using HackLab.Learning.Internals;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning;

/// <summary>
/// Tries settings drawn by chance by cross-validation, and fits the best on all rows: with several parameters it finds good
/// ones sooner than a grid, as each draw tries a new value of every parameter (Bergstra and Bengio, 2012, JMLR 13). A notebook shows
/// a progress bar after a second; an interrupted cell keeps what was tried.
/// </summary>
public static class RandomSearch
{
    /// <summary>Searches the best classifier.</summary>
    /// <param name="train">Labelled rows.</param>
    /// <param name="parameters">What may be chosen: ranges or values.</param>
    /// <param name="trials">How many settings are drawn, at least 1; the same one is not tried twice.</param>
    /// <param name="fit">Fits a model on some of the rows with a setting.</param>
    /// <param name="options">Folds, score, seed; null for the defaults.</param>
    /// <exception cref="ArgumentException">No parameter, no trial, or folds that cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before one setting was tried.</exception>
    /// <example><code>
    /// var search = RandomSearch.Fit(train, [SearchParameter.LogUniform("C", 1e-3, 1e3)], trials: 20,
    ///     (rows, setting) => LogisticRegression.Fit(rows, new() { C = setting.Number("C") }));
    /// </code></example>
    public static SearchResult<TModel> Fit<TModel>(
        TabularData train, IReadOnlyList<SearchParameter> parameters, int trials, Func<TabularData, Setting, TModel> fit, SearchOptions? options = null)
        where TModel : class, IClassifier
    {
        ArgumentNullException.ThrowIfNull(fit);
        options ??= new SearchOptions();
        return new Search<TModel>(Settings(parameters, trials, options.Seed), new ClassifierTrials<TModel>(train, fit, options), options).Run();
    }

    /// <summary>Searches the best regressor.</summary>
    /// <param name="train">Rows; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n].</param>
    /// <param name="parameters">What may be chosen: ranges or values.</param>
    /// <param name="trials">How many settings are drawn, at least 1; the same one is not tried twice.</param>
    /// <param name="fit">Fits a model on some of the rows and their numbers with a setting.</param>
    /// <param name="options">Folds, score, seed; null for the defaults.</param>
    /// <exception cref="ArgumentException">No parameter, no trial, or folds that cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before one setting was tried.</exception>
    public static SearchResult<TModel> Fit<TModel>(
        TabularData train, float[] y, IReadOnlyList<SearchParameter> parameters, int trials, Func<TabularData, float[], Setting, TModel> fit,
        SearchOptions? options = null)
        where TModel : class, IRegressor
    {
        ArgumentNullException.ThrowIfNull(fit);
        options ??= new SearchOptions();
        return new Search<TModel>(Settings(parameters, trials, options.Seed), new RegressorTrials<TModel>(train, y, fit, options), options).Run();
    }

    internal static IReadOnlyList<Setting> Settings(IReadOnlyList<SearchParameter> parameters, int trials, int seed)
    {
        SearchInput.Check(parameters);
        if (trials < 1) throw FitInput.Setting(nameof(trials), trials, "must be at least 1");
        var random = new SeededRandom(seed);
        var settings = new List<Setting>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Few values may have fewer combinations than draws were asked for.
        for (int draw = 0; settings.Count < trials && draw < 20 * trials; draw++)
        {
            KeyValuePair<string, object>[] values = [.. parameters.Select(p => new KeyValuePair<string, object>(p.Name, p.Draw(random)))];
            string key = string.Join('\n', values.Select(pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture)));
            if (seen.Add(key)) settings.Add(new Setting(values));
        }
        return settings;
    }
}
