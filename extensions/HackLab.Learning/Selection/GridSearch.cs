using HackLab.Data;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Tries every combination of some values by cross-validation, and fits the best on all rows. A notebook shows a progress bar
/// after a second; an interrupted cell keeps what was tried.
/// </summary>
public static class GridSearch
{
    // More than that nobody waits for, and nobody meant.
    private const int MostSettings = 100_000;

    /// <summary>Searches the best classifier.</summary>
    /// <param name="train">Labelled rows.</param>
    /// <param name="parameters">What may be chosen; each with values, not a range.</param>
    /// <param name="fit">Fits a model on some of the rows with a setting.</param>
    /// <param name="options">Folds, score; null for the defaults.</param>
    /// <exception cref="ArgumentException">A range, no parameter or too many values, or folds that cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before one setting was tried.</exception>
    /// <example><code>
    /// var search = GridSearch.Fit(train, [SearchParameter.Values("k", 5, 15, 45)],
    ///     (rows, setting) => KNeighborsClassifier.Fit(rows, new() { Neighbors = setting.Int("k") }));
    /// </code></example>
    public static SearchResult<TModel> Fit<TModel>(
        TabularData train, IReadOnlyList<SearchParameter> parameters, Func<TabularData, Setting, TModel> fit, SearchOptions? options = null)
        where TModel : class, IClassifier
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new Search<TModel>(Settings(parameters), new ClassifierTrials<TModel>(train, fit, options ?? new()), options ?? new()).Run();
    }

    /// <summary>Searches the best regressor.</summary>
    /// <param name="train">Rows; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n].</param>
    /// <param name="parameters">What may be chosen; each with values, not a range.</param>
    /// <param name="fit">Fits a model on some of the rows and their numbers with a setting.</param>
    /// <param name="options">Folds, score; null for the defaults.</param>
    /// <exception cref="ArgumentException">A range, no parameter or too many values, or folds that cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before one setting was tried.</exception>
    public static SearchResult<TModel> Fit<TModel>(
        TabularData train, float[] y, IReadOnlyList<SearchParameter> parameters, Func<TabularData, float[], Setting, TModel> fit,
        SearchOptions? options = null)
        where TModel : class, IRegressor
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new Search<TModel>(Settings(parameters), new RegressorTrials<TModel>(train, y, fit, options ?? new()), options ?? new()).Run();
    }

    /// <summary>All combinations; the last parameter changes first.</summary>
    internal static IReadOnlyList<Setting> Settings(IReadOnlyList<SearchParameter> parameters)
    {
        SearchInput.Check(parameters);
        IEnumerable<KeyValuePair<string, object>[]> all = [[]];
        long count = 1;
        foreach (SearchParameter parameter in parameters)
        {
            IReadOnlyList<object> values = parameter.Choices ?? throw new ArgumentException(
                $"'{parameter.Name}' is a range, of which a grid has no points: give its values, or use RandomSearch.", nameof(parameters));
            count *= values.Count;
            if (count > MostSettings) throw new ArgumentException($"The grid has more than {MostSettings} points: use RandomSearch.", nameof(parameters));
            all = all.SelectMany(begun => values.Select(value => (KeyValuePair<string, object>[])[.. begun, new(parameter.Name, value)]));
        }
        return [.. all.Select(values => new Setting(values))];
    }
}
