using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>Judges a way of fitting by rows that were not fitted on: each part of the rows tests once what the others taught.</summary>
public static class CrossValidation
{
    private static readonly Setting _none = new([]);

    /// <summary>The score of each fold of a classifier.</summary>
    /// <param name="data">Labelled rows.</param>
    /// <param name="fit">Fits a model on some of the rows; scalers belong in here, see <see cref="Pipeline"/>.</param>
    /// <param name="options">Folds, score; null for the defaults.</param>
    /// <returns>Shape [folds].</returns>
    /// <exception cref="ArgumentException">Folds cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>double[] accuracy = CrossValidation.Scores(data, rows => GaussianNaiveBayes.Fit(rows));</code></example>
    public static double[] Scores(TabularData data, Func<TabularData, IClassifier> fit, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return All(new ClassifierTrials<IClassifier>(data, (rows, _) => fit(rows), options ?? new()));
    }

    /// <summary>The score of each fold of a regressor.</summary>
    /// <param name="data">Rows; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n].</param>
    /// <param name="fit">Fits a model on some of the rows and their numbers.</param>
    /// <param name="options">Folds, score; null for the defaults.</param>
    /// <returns>Shape [folds].</returns>
    /// <exception cref="ArgumentException">Folds cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static double[] Scores(TabularData data, float[] y, Func<TabularData, float[], IRegressor> fit, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return All(new RegressorTrials<IRegressor>(data, y, (rows, numbers, _) => fit(rows, numbers), options ?? new()));
    }

    private static double[] All<TModel>(Trials<TModel> trials)
        where TModel : class, IModel
    {
        CancellationToken token = NotebookHost.Token;
        var scores = new double[trials.Folds];
        for (int fold = 0; fold < scores.Length; fold++)
        {
            scores[fold] = trials.Try(_none, fold).Score;
            token.ThrowIfCancellationRequested();   // a fit that was interrupted may have given what it had
        }
        return scores;
    }
}
