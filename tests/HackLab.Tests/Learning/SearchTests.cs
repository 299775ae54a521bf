using HackLab.Data;
using HackLab.Learning;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Learning;

[Collection(HostHooks.Name)]
public class SearchTests
{
    private static readonly SearchParameter _k = SearchParameter.Values("k", 1, 5, 15), _weights = SearchParameter.Values("weights", NeighborWeights.Uniform, NeighborWeights.Distance);

    private static KNeighborsClassifier Neighbors(TabularData rows, Setting setting) =>
        KNeighborsClassifier.Fit(rows, new() { Neighbors = setting.Int("k"), Weights = setting.Get<NeighborWeights>("weights") });

    [Fact]
    public void A_grid_tries_every_combination_ranks_them_and_fits_the_best_on_all_rows()
    {
        var told = new List<SearchTrial>();
        SearchResult<KNeighborsClassifier> search = GridSearch.Fit(Classical.Rows, [_k, _weights], Neighbors, new() { OnTrial = told.Add });
        Assert.Equal(6, search.Trials.Count);
        Assert.Equal(["k = 1, weights = Uniform", "k = 1, weights = Distance", "k = 5, weights = Uniform"], told.Take(3).Select(t => t.Setting.ToString()));
        Assert.Equal(search.Trials.Select(t => t.Mean).OrderDescending(), search.Trials.Select(t => t.Mean));
        Assert.Equal((StopReason.Converged, true), (search.Stopped, search.IsRefitted));
        KNeighborsClassifier again = Neighbors(Classical.Rows, search.BestSetting);
        Assert.Equal(again.PredictProbabilities(Classical.Test), search.Best.PredictProbabilities(Classical.Test));
        string table = search.ToText();
        Assert.Contains("± std", table, StringComparison.Ordinal);
        Assert.Contains("Best of 6 settings", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_is_the_mean_over_stratified_folds_computed_by_hand()
    {
        SearchResult<GaussianNaiveBayes> search = GridSearch.Fit(
            Classical.Rows, [SearchParameter.Values("smoothing", 1e-9)], (rows, s) => GaussianNaiveBayes.Fit(rows, s.Number("smoothing")), new() { Folds = 3, Seed = 9 });
        double[] byHand =
        [
            .. Split.StratifiedFolds(Classical.Rows, 3, 9).Select(pair =>
            {
                int[] predicted = GaussianNaiveBayes.Fit(pair.Train).Predict(pair.Test);
                return predicted.Zip(pair.Test.Y, (a, b) => a == b ? 1.0 : 0).Average();
            }),
        ];
        Assert.Equal(byHand.Order(), search.Trials[0].Scores.Order());
        Assert.Equal(byHand.Average(), search.BestScore, 12);
        Assert.Equal(Math.Sqrt(byHand.Average(v => Math.Pow(v - byHand.Average(), 2))), search.Trials[0].Std, 12);
        Assert.Equal(search.Trials[0].Scores, CrossValidation.Scores(Classical.Rows, rows => GaussianNaiveBayes.Fit(rows), new() { Folds = 3, Seed = 9 }));
    }

    [Fact]
    public void Groups_are_never_on_both_sides()
    {
        int[] groups = [.. Enumerable.Range(0, 150).Select(i => i / 10)];
        var marked = new TabularData("marked", [new Feature("row")], [.. Enumerable.Range(0, 150).Select(i => (float)i)], Classical.Y, ["p", "q", "r"]);
        List<HashSet<int>> fitted = [], tested = [];
        CrossValidation.Scores(
            marked,
            rows =>
            {
                fitted.Add([.. rows.X.Select(row => groups[(int)row])]);
                return KNeighborsClassifier.Fit(rows);
            },
            new()
            {
                Groups = groups,
                Score = (model, rows) =>
                {
                    tested.Add([.. rows.X.Select(row => groups[(int)row])]);
                    return 0;
                },
            });
        Assert.Equal(5, fitted.Count);
        Assert.All(fitted.Zip(tested), pair => Assert.Empty(pair.First.Intersect(pair.Second)));
        Assert.Equal(15, tested.SelectMany(set => set).Distinct().Count());
    }

    [Fact]
    public void Random_draws_lie_in_their_ranges_and_come_again_with_the_same_seed()
    {
        SearchParameter[] ranges = [SearchParameter.LogUniform("C", 1e-3, 1e3), SearchParameter.Integers("k", 2, 4), SearchParameter.Uniform("u", -1, 1), SearchParameter.Values("v", "a", "b")];
        var drawn = RandomSearch.Settings(ranges, 200, seed: 3);
        Assert.Equal(200, drawn.Count);
        Assert.All(drawn, s => Assert.InRange(s.Number("C"), 1e-3, 1e3));
        Assert.InRange(drawn.Count(s => s.Number("C") < 1), 70, 130);   // half of the orders of magnitude
        Assert.Equal([2, 3, 4], drawn.Select(s => s.Int("k")).Distinct().Order());
        Assert.All(drawn, s => Assert.InRange(s.Number("u"), -1, 1));
        Assert.Equal(drawn.Select(s => s.ToString()), RandomSearch.Settings(ranges, 200, seed: 3).Select(s => s.ToString()));
        Assert.Equal(2, RandomSearch.Settings([SearchParameter.Values("v", "a", "b")], 50, seed: 3).Count);   // there are no more
    }

    [Fact]
    public void Regressors_are_searched_by_their_R2()
    {
        SearchResult<LinearRegression> search = RandomSearch.Fit(
            Classical.Rows, Classical.Targets, [SearchParameter.LogUniform("alpha", 1e-3, 1e4)], 8,
            (rows, y, s) => LinearRegression.Fit(rows, y, new() { Penalty = Penalty.Ridge, Alpha = s.Number("alpha") }));
        Assert.Equal(8, search.Trials.Count);
        Assert.InRange(search.BestScore, 0.5, 1);
        Assert.True(search.Trials[^1].Setting.Number("alpha") > search.BestSetting.Number("alpha"));   // too much penalty is worst
    }

    [Fact]
    public void An_interrupted_search_keeps_what_was_tried_and_a_model()
    {
        using var source = new CancellationTokenSource();
        var told = new List<SearchTrial>();
        void StopAtTwo(SearchTrial trial)
        {
            told.Add(trial);
            if (told.Count == 2) source.Cancel();
        }
        SearchResult<KNeighborsClassifier> search;
        using (new FakeKernel(source.Token)) search = GridSearch.Fit(Classical.Rows, [_k, _weights], Neighbors, new() { OnTrial = StopAtTwo });
        Assert.Equal((StopReason.Interrupted, false, 2), (search.Stopped, search.IsRefitted, search.Trials.Count));
        Assert.Contains("Interrupted: 2 of 6 settings were tried.", search.ToText(), StringComparison.Ordinal);
        Assert.Equal(30 * 3, search.Best.PredictProbabilities(Classical.Test).Length);
        using (new FakeKernel(source.Token))
            Assert.Throws<OperationCanceledException>(() => GridSearch.Fit(Classical.Rows, [_k, _weights], Neighbors));
    }

    [Fact]
    public void A_search_that_is_quick_shows_no_progress_bar()
    {
        using var kernel = new FakeKernel();
        GridSearch.Fit(Classical.Rows, [SearchParameter.Values("k", 1)], (rows, s) => KNeighborsClassifier.Fit(rows, new() { Neighbors = s.Int("k") }), new() { Folds = 2 });
        Assert.Empty(kernel.Places);
    }

    [Fact]
    public void A_pipeline_scales_by_the_training_rows_alone()
    {
        int[] trainRows = [.. Enumerable.Range(0, 100)], testRows = [.. Enumerable.Range(100, 50)];
        TabularData train = Classical.Rows.Take(trainRows), test = Classical.Rows.Take(testRows);
        ClassifierPipeline model = Pipeline.Fit(train, [rows => Scaler.Fit(rows), rows => Pca.Fit(rows, 3)], rows => LogisticRegression.Fit(rows));
        Scaler scaler = Scaler.Fit(train);
        Pca pca = Pca.Fit(scaler.Transform(train), 3);
        LogisticRegression last = LogisticRegression.Fit(pca.Transform(scaler.Transform(train)));
        Assert.Equal(last.PredictProbabilities(pca.Transform(scaler.Transform(test)).X), model.PredictProbabilities(test));
        Assert.Equal(["x0", "x1", "x2", "x3"], model.Features);
        Assert.StartsWith("Scaler → Pca → Logistic regression", model.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("'C' is a range", Throws(() => GridSearch.Fit(Classical.Rows, [SearchParameter.Uniform("C", 0, 1)], Neighbors)), StringComparison.Ordinal);
        Assert.Contains("Two parameters are called 'k'", Throws(() => GridSearch.Fit(Classical.Rows, [_k, _k], Neighbors)), StringComparison.Ordinal);
        Assert.Contains("no parameter 'weights'; there is k", Throws(() => GridSearch.Fit(Classical.Rows, [_k], Neighbors)), StringComparison.Ordinal);
        Assert.Contains("'weights' is Uniform, not a number", Throws(() => GridSearch.Fit(
            Classical.Rows, [_weights], (rows, s) => GaussianNaiveBayes.Fit(rows, s.Number("weights")))), StringComparison.Ordinal);
        Assert.Contains("there are 1 groups", Throws(() => CrossValidation.Scores(
            Classical.Rows, rows => GaussianNaiveBayes.Fit(rows), new() { Groups = [1] })), StringComparison.Ordinal);
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
