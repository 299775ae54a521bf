using HackLab.Data;
using HackLab.Charts;
using HackLab.Data.Display;
using HackLab.Evaluation;
using HackLab.Learning;
using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Facade;

/// <summary>The way through a first lesson: load, split, scale, fit, score, show.</summary>
[Collection(HostHooks.Name)]
public class HiggsPathTests
{
    [Fact]
    public void Logistic_regression_on_all_real_features_reaches_an_area_of_at_least_068()
    {
        string? trainPath = TheLab.RealData("higgs/higgs_7000.tsv"), testPath = TheLab.RealData("higgs/higgs_500.tsv");
        Assert.SkipWhen(trainPath is null || testPath is null, "The real HIGGS rows are not on this machine (HACKLAB_REAL_DATA names their folder).");
        TabularData train = Datasets.Higgs.Load(trainPath!), test = Datasets.Higgs.Load(testPath!);
        Assert.Equal((7000, 500), (train.Count, test.Count));
        Scaler scaler = Scaler.Fit(train);
        LogisticRegression model = LogisticRegression.Fit(scaler.Transform(train));
        RocCurve roc = Metrics.Roc(test.Y, model.PredictScore(scaler.Transform(test)));
        Assert.Equal(StopReason.Converged, model.Stopped);
        Assert.InRange(roc.Auc, 0.68, 0.75);
        // scikit-learn 1.2.1, LogisticRegression() after StandardScaler() on the same rows.
        Assert.Equal(0.69327270, roc.Auc, 1e-5);
    }

    [Fact]
    public void The_embedded_sample_goes_all_the_way_and_every_figure_shows()
    {
        (TabularData train, TabularData test) = Split.Stratified(Datasets.Higgs.Load(Size.Sample), 0.25, seed: 42);
        Scaler scaler = Scaler.Fit(train);
        var live = new List<string>();
        LogisticRegression model = LogisticRegression.Fit(scaler.Transform(train), new()
        {
            Solver = Solver.GradientDescent, MaxIterations = 30, Validation = scaler.Transform(test),
            OnStep = log => live.Add(Chart.LearningCurve(log).Title),
        });
        float[] score = model.PredictScore(scaler.Transform(test));
        RocCurve roc = Metrics.Roc(test.Y, score);
        Assert.InRange(roc.Auc, 0.6, 0.95);
        Assert.Equal("Learning curve, 30 steps", live[^1]);
        Interval interval = Metrics.BootstrapInterval(test.Y, score, resamples: 50);
        Assert.InRange(roc.Auc, interval.Low, interval.High);
        IRichDisplay[] shown =
        [
            Chart.Histogram(train, "m_bb"), Chart.Histograms(train), Chart.Bar(model.Importances), Chart.LearningCurve(model.Log), roc, model,
            Chart.Histogram(score, test.Y, test.ClassNames, new() { Title = "Score by class", XLabel = "p(signal)" }),
            Metrics.ConfusionMatrix(test.Y, model.Predict(scaler.Transform(test)), test.ClassNames),
        ];
        Assert.All(shown, value => Assert.InRange(value.ToHtml().Length, 1000, 200_000));
        Assert.All(shown, value => Assert.NotEmpty(value.ToText()));
    }
}
