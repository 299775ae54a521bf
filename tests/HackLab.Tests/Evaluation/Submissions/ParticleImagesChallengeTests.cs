using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class ParticleImagesChallengeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Teams_get_the_simulators_energies_to_the_last_digit_and_no_labels()
    {
        LabelledImages made = Datasets.ParticleImages.Load(Size.Simulated(30, 9));
        Truth truth = Challenges.Find("particle-images").Make(30, 9);
        truth.Write(_folder.Path);
        EvaluationSet set = EvaluationSet.Load("particle-images", Path.Combine(_folder.Path, "participants", "particle-images-evaluation.csv"));
        Assert.Equal(truth.Set.Sha256, set.Sha256);
        Assert.Equal(made.ToTabularData().X, set.Rows!.X);
        Assert.All(set.Rows.Y, label => Assert.Equal(0, label));
        Assert.Equal(made.Y.Select(label => (double)label), ((PredictionTable)Truth.Load(_folder.Path).Contents[0]).Values);
    }

    [Fact]
    public void Perfect_scores_have_an_area_of_one_and_a_score_above_one_is_refused()
    {
        Truth truth = Challenges.ParticleImages.Make(60, 9);
        float[] right = [.. ((PredictionTable)truth.Contents[0]).Values.Select(label => (float)label)];
        var card = new SubmissionCard { Team = "Crystals", Model = "the answers" };
        Assert.Equal(1, truth.Score(Submission.Of(truth.Set, right, card)).Value);
        right[7] = 1.5f;
        Assert.Contains("particle-images-scores.csv", Assert.Throws<ArgumentException>(() => Submission.Of(truth.Set, right, card)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baselines_are_better_than_chance_and_the_line_is_better_than_one_crystal()
    {
        Truth truth = Challenges.ParticleImages.Practice(1_000);
        double[] auc = [.. Challenges.ParticleImages.Baselines(truth.Set).Select(one => truth.Score(one, resamples: 20).Value)];
        Assert.True(auc is [> 0.57, var line] && line > auc[0], string.Join(", ", auc));
    }
}
