using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>Fits and tests a setting on a fold, or fits it on all rows.</summary>
internal abstract class Trials<TModel>(TabularData data, int[][] folds)
    where TModel : class, IModel
{
    internal int Folds => folds.Length;

    protected TabularData Data => data;

    internal (TModel Model, double Score) Try(Setting setting, int fold)
    {
        int[] test = folds[fold], train = [.. folds.Where((_, other) => other != fold).SelectMany(rows => rows)];
        TModel model = Fit(setting, train);
        return (model, Score(model, test));
    }

    internal abstract TModel FitAll(Setting setting);

    protected abstract TModel Fit(Setting setting, int[] rows);

    protected abstract double Score(TModel model, int[] rows);

    /// <summary>The rows of each fold.</summary>
    protected static int[][] Cut(TabularData data, SearchOptions options, bool stratified)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] shares = RowSplit.EqualShares(options.Folds);
        if (options.Groups is not { } groups) return stratified ? RowSplit.Stratified(data.Y, shares, options.Seed) : RowSplit.Random(data.Count, shares, options.Seed);
        if (groups.Count != data.Count) throw new ArgumentException($"{data.Name} has {data.Count} rows, but there are {groups.Count} groups.");
        return RowSplit.ByGroup([.. groups], shares, options.Seed);
    }
}

/// <summary>Of classifiers.</summary>
internal sealed class ClassifierTrials<TModel>(TabularData data, Func<TabularData, Setting, TModel> fit, SearchOptions options)
    : Trials<TModel>(data, Cut(data, options, stratified: true))
    where TModel : class, IClassifier
{
    internal override TModel FitAll(Setting setting) => fit(Data, setting);

    protected override TModel Fit(Setting setting, int[] rows) => fit(Data.Take(rows), setting);

    protected override double Score(TModel model, int[] rows)
    {
        TabularData test = Data.Take(rows);
        if (options.Score is { } score) return score(model, test);
        int[] predicted = Prediction.Predict(model, test);
        return predicted.Where((label, i) => label == test.Y[i]).Count() / (double)rows.Length;
    }
}

/// <summary>Of regressors.</summary>
internal sealed class RegressorTrials<TModel> : Trials<TModel>
    where TModel : class, IRegressor
{
    private readonly float[] _y;
    private readonly Func<TabularData, float[], Setting, TModel> _fit;
    private readonly SearchOptions _options;

    internal RegressorTrials(TabularData data, float[] y, Func<TabularData, float[], Setting, TModel> fit, SearchOptions options)
        : base(data, Cut(data, options, stratified: false))
    {
        FitInput.CheckTargets(data, y);
        (_y, _fit, _options) = (y, fit, options);
    }

    internal override TModel FitAll(Setting setting) => _fit(Data, _y, setting);

    protected override TModel Fit(Setting setting, int[] rows) => _fit(Data.Take(rows), [.. rows.Select(i => _y[i])], setting);

    protected override double Score(TModel model, int[] rows)
    {
        float[] y = [.. rows.Select(i => _y[i])], yHat = Prediction.Predict(model, Data.Take(rows));
        if (_options.RegressionScore is { } score) return score(y, yHat);
        double mean = y.Average(value => (double)value), errors = 0, spread = 0;
        for (int i = 0; i < y.Length; i++)
        {
            errors += ((double)y[i] - yHat[i]) * ((double)y[i] - yHat[i]);
            spread += (y[i] - mean) * (y[i] - mean);
        }
        return spread > 0 ? 1 - (errors / spread) : errors == 0 ? 1 : 0;   // as scikit-learn where y does not vary
    }
}
