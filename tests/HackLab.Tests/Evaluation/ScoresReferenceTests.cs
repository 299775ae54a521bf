using System.Text.Json;
using HackLab.Data;
using HackLab.Evaluation;
using Xunit;
using static HackLab.Tests.Evaluation.ReferenceFile;

namespace HackLab.Tests.Evaluation;

/// <summary>Precision-recall curves, Brier scores and calibration against scikit-learn; cuts against every cut tried by hand.</summary>
public class ScoresReferenceTests
{
    private static readonly JsonElement _file = Read("scores");

    public static IEnumerable<TheoryDataRow<int>> Scores => Cases("scores", "cases");

    [Theory]
    [MemberData(nameof(Scores))]
    public void Precision_recall_Brier_and_calibration_equal_those_of_scikit_learn(int index)
    {
        JsonElement one = _file.GetProperty("cases")[index];
        int[] y = one.Integers("y");
        double[] score = one.Numbers("score");
        foreach (string kind in new[] { "plain", "weighted" })
        {
            double[] weights = kind == "plain" ? [] : one.Numbers("weights");
            JsonElement expected = one.GetProperty(kind);
            PrecisionRecallCurve curve = Metrics.PrecisionRecall(y, score, weights);
            Close(expected, "precision", curve.Precision);
            Close(expected, "recall", curve.Recall);
            Close(expected, "thresholds", curve.Thresholds);
            Close(expected, "averagePrecision", curve.AveragePrecision);
            Close(expected, "averagePrecision", Metrics.AveragePrecision(y, score, weights));
            Close(expected, "brier", Metrics.BrierScore(y, score, weights));
        }
        foreach (JsonElement expected in one.GetProperty("calibration").EnumerateArray())
        {
            CalibrationBins strategy = expected.GetProperty("strategy").GetString() == "uniform" ? CalibrationBins.Uniform : CalibrationBins.Quantile;
            CalibrationCurve curve = Metrics.Calibration(y, score, expected.GetProperty("bins").GetInt32(), strategy);
            Close(expected, "observed", curve.Observed);
            Close(expected, "said", curve.Predicted);
            Assert.Equal(y.Length, curve.Weight.Sum());
            Assert.Equal(y.Length, curve.Counts.Sum());
        }
    }

    [Fact]
    public void A_row_of_weight_two_is_calibrated_as_two_rows()
    {
        int[] y = [0, 1, 1, 0, 1];
        double[] score = [0.1, 0.7, 0.75, 0.72, 0.2], weights = [1, 2, 1, 1, 3];
        int[] rows = [.. Enumerable.Range(0, 5).SelectMany(i => Enumerable.Repeat(i, (int)weights[i]))];
        CalibrationCurve weighted = Metrics.Calibration(y, score, weights: weights);
        CalibrationCurve repeated = Metrics.Calibration([.. rows.Select(r => y[r])], [.. rows.Select(r => score[r])]);
        Close("predicted", [.. repeated.Predicted], weighted.Predicted);
        Close("observed", [.. repeated.Observed], weighted.Observed);
        Assert.Equal(repeated.ExpectedError, weighted.ExpectedError, 12);
        Assert.Equal(weighted.LargestError, weighted.Observed.Zip(weighted.Predicted, (o, p) => Math.Abs(o - p)).Max());
    }

    [Fact]
    public void Significances_equal_their_formulas_in_60_digits()
    {
        foreach (JsonElement row in _file.GetProperty("ams").EnumerateArray())
            Close($"AMS {row}", row[3].GetDouble(), Metrics.Ams(row[0].GetDouble(), row[1].GetDouble(), row[2].GetDouble()));
        foreach (JsonElement row in _file.GetProperty("asimov").EnumerateArray())
            Close($"Asimov {row}", row[3].GetDouble(), Metrics.AsimovSignificance(row[0].GetDouble(), row[1].GetDouble(), row[2].GetDouble()));
        Assert.Equal(1, Metrics.Significance(10, 100));
        Assert.Equal(Metrics.Ams(10, 100, 0), Metrics.AsimovSignificance(10, 100));
        // An error far smaller than √b hardly matters.
        Assert.Equal(Metrics.AsimovSignificance(10, 100), Metrics.AsimovSignificance(10, 100, 1e-3), 6);
        Assert.Equal(double.PositiveInfinity, Metrics.Ams(1, 0, 0));
        Assert.Equal(0, Metrics.Significance(0, 0));
        Assert.Throws<ArgumentException>(() => Metrics.Ams(-1, 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_best_cut_is_the_best_of_all_cuts(int index)
    {
        JsonElement one = _file.GetProperty("cuts")[index];
        int[] y = one.Integers("y");
        float[] score = one.Floats("score");
        double[] weights = one.Numbers("weights");
        double regularisation = one.Number("regularisation");
        SelectionCut cut = Metrics.BestAms(y, score, weights, regularisation: regularisation);
        Close(one, "thresholds", cut.Thresholds);
        Close(one, "values", cut.Values);
        Close(one, "ams", cut.Ams);
        Close(one, "threshold", cut.Threshold);

        int[] selected = [.. Enumerable.Range(0, y.Length).Where(i => score[i] >= cut.Threshold)];
        Assert.Equal(selected.Where(i => y[i] == 1).Sum(i => weights[i]), cut.Signal, 9);
        Assert.Equal(selected.Where(i => y[i] == 0).Sum(i => weights[i]), cut.Background, 9);
        // Half of the events, each with twice the weight, are the same experiment.
        SelectionCut scaled = Metrics.BestAms(
            y, score, [.. weights.Select(w => w / 7)], y.Zip(weights, (t, w) => t * w).Sum(), y.Zip(weights, (t, w) => (1 - t) * w).Sum(), regularisation);
        Assert.Equal(cut.Ams, scaled.Ams, 9);
        var events = new TabularData("events", [new Feature("x")], score, y, ["b", "s"], weights);
        Assert.Equal(cut.Ams, Metrics.BestAms(events, score, regularisation: regularisation).Ams);
        Assert.Contains("AMS", cut.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_at_fixed_rejection_is_the_loosest_that_rejects_so_much()
    {
        int[] y = [0, 0, 0, 0, 1, 1, 1, 1];
        float[] score = [0.1f, 0.2f, 0.3f, 0.6f, 0.25f, 0.5f, 0.6f, 0.9f];
        // Above 0.6 no background, above 0.3 (0.5 and up) one of four.
        Assert.Equal(new WorkingPoint(0.9f, 0.25, 1), Metrics.SignalEfficiency(y, score, backgroundRejection: 1));
        Assert.Equal(new WorkingPoint(0.5f, 0.75, 0.75), Metrics.SignalEfficiency(y, score, backgroundRejection: 0.75));
        Assert.Equal(new WorkingPoint(0.1f, 1, 0), Metrics.SignalEfficiency(y, score, backgroundRejection: 0));
        Assert.Equal(4, Metrics.SignalEfficiency(y, score, backgroundRejection: 0.6).RejectionFactor);
        Assert.Equal(new WorkingPoint(0.6f, 0.5, 0.75), Metrics.BackgroundRejection(y, score, signalEfficiency: 0.5));
        Assert.Equal(new WorkingPoint(double.PositiveInfinity, 0, 1), Metrics.BackgroundRejection(y, score, signalEfficiency: 0));
        Assert.Equal(new WorkingPoint(double.PositiveInfinity, 0, 1), Metrics.SignalEfficiency([1, 0], [1f, 2f], backgroundRejection: 0.5));
        Assert.Throws<ArgumentException>(() => Metrics.SignalEfficiency(y, score, backgroundRejection: 99));
    }
}
