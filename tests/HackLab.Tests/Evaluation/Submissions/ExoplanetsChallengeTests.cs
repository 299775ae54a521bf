using HackLab.Evaluation;
using HackLab.Simulation.Disks;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class ExoplanetsChallengeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_hidden_picture_is_of_another_run_and_its_label_says_whether_that_run_has_planets()
    {
        Truth truth = Challenges.Find("exoplanets").Make(12, 9);
        truth.Write(_folder.Path);
        EvaluationSet set = EvaluationSet.Load("exoplanets", Path.Combine(_folder.Path, "participants", "exoplanets-evaluation.csv"));
        Assert.Equal(truth.Set.Sha256, set.Sha256);
        Assert.Equal(64 * 64, set.Rows!.FeatureCount);
        Assert.All(set.Rows.Y, label => Assert.Equal(0, label));
        double[] planets = [.. Enumerable.Range(0, 12).Select(run => DiskSimulator.RunOf(9, run).Planets.Count > 0 ? 1.0 : 0)];
        Assert.Equal(planets, ((PredictionTable)Truth.Load(_folder.Path).Contents[0]).Values);
    }

    [Fact]
    public void Teams_get_stretched_brightness_to_three_decimals()
    {
        float[] picture = DiskSimulator.TakeOf(DiskSimulator.RunOf(9, 1), 9, 1, 64).Observed;
        DiskBrightness.Apply(picture, DiskStretch.Logarithmic);
        ReadOnlySpan<float> row = Challenges.Exoplanets.Make(3, 9).Set.Rows!.Row(1);
        for (int p = 0; p < picture.Length; p++) Assert.InRange(row[p], picture[p] - 0.00051f, picture[p] + 0.00051f);
    }

    [Fact]
    public void The_baselines_are_far_better_than_chance()
    {
        Truth truth = Challenges.Exoplanets.Practice(80);
        double[] auc = [.. Challenges.Exoplanets.Baselines(truth.Set).Select(one => truth.Score(one, resamples: 20).Value)];
        Assert.True(auc is [> 0.75, > 0.75], string.Join(", ", auc));
    }
}
