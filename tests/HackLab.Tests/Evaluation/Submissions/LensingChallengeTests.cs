using HackLab.Data;
using HackLab.Evaluation;
using HackLab.Simulation.Lensing;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class LensingChallengeTests : IDisposable
{
    private static readonly Truth Classes = Challenges.LensingClasses.Make(60, seed: 7);
    private static readonly Truth Pairs = Challenges.LensingSuperres.Make(4, seed: 7);
    private static readonly SubmissionCard Card = new() { Team = "Arcs", Model = "none" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_hidden_picture_and_its_class_stay_together_and_its_number_tells_nothing()
    {
        LensImages made = LensSimulator.Generate(60, LensSurvey.ModelII, seed: 7, cancellation: TestContext.Current.CancellationToken);
        double[] labels = ((PredictionTable)Classes.Contents[0]).Values;
        var found = new HashSet<int>();
        for (int i = 0; i < 60; i++)
        {
            int from = Enumerable.Range(0, 60).Single(j => Classes.Set.Rows!.Row(i).SequenceEqual(made.X.AsSpan(j * 4096, 4096)));
            Assert.Equal(made.Y[from], labels[i]);
            Assert.True(found.Add(from));
        }
        // In the simulator's order, i % 3 would be the class of all 60; by chance it is that of about 20.
        Assert.InRange(Enumerable.Range(0, 60).Count(i => labels[i] == i % 3), 5, 40);
        Assert.All(Classes.Set.Rows!.Y, label => Assert.Equal(0, label));
    }

    [Fact]
    public void Sets_written_and_read_again_are_the_same_sets()
    {
        foreach (Truth truth in new[] { Classes, Pairs })
        {
            string folder = Path.Combine(_folder.Path, truth.Set.Challenge.Id);
            truth.Write(folder);
            EvaluationSet read = EvaluationSet.Load(truth.Set.Challenge.Id, Path.Combine(folder, "participants", truth.Set.Challenge.EvaluationFile));
            Assert.Equal(truth.Set.Sha256, read.Sha256);
            Assert.Equal(truth.Set.Rows!.X, read.Rows!.X);
            Assert.Equal(truth.Set.Ids, read.Ids);
            Assert.Equal(7, HackLab.Evaluation.Truth.Load(folder).Seed);
        }
    }

    [Fact]
    public void Three_shares_in_a_row_become_a_file_with_the_names_of_the_classes()
    {
        float[] shares = [.. Enumerable.Range(0, 60).SelectMany(_ => new[] { 0.5f, 0.25f, 0.25f })];
        string path = Assert.Single(Submission.Of(Classes.Set, shares, Card).WriteFiles(_folder.Path));
        Assert.Equal("lensing-classes-scores.csv", Path.GetFileName(path));
        Assert.Equal(["id,axion,cdm,no", "1,0.5,0.25,0.25"], File.ReadLines(path).Take(2));
    }

    [Fact]
    public void The_score_of_classes_is_the_macro_AUC_whatever_the_order_of_the_rows()
    {
        var random = new Random(3);
        int[] y = [.. ((PredictionTable)Classes.Contents[0]).Values.Select(v => (int)v)];
        float[] shares = [.. y.SelectMany(k =>
        {
            double[] z = [.. Enumerable.Range(0, 3).Select(c => Math.Exp((c == k ? 1 : 0) + (2 * random.NextDouble())))];
            return z.Select(value => (float)(value / z.Sum()));
        })];
        double expected = Metrics.Auc(y, shares, classes: 3);
        Interval score = Classes.Score(Submission.Of(Classes.Set, shares, Card), resamples: 100);
        Assert.Equal(expected, score.Value, 12);
        Assert.InRange(expected, score.Low, score.High);
        PredictionTable table = new([.. Classes.Set.Ids.Reverse()],
            [.. shares.Chunk(3).Reverse().SelectMany(row => row).Select(value => (double)value)], 3);
        Assert.Equal(expected, Classes.Score(Submission.Of(Classes.Set, [table], Card), resamples: 20).Value, 12);
        Assert.Equal(1, Challenges.LensingClasses.PValue([table], [table], Classes.Contents));
    }

    [Fact]
    public void Shares_that_do_not_add_up_to_one_are_refused()
    {
        float[] shares = [.. Enumerable.Repeat(0.5f, 180)];
        string problem = Assert.Single(Submission.Problems(Classes.Set, shares));
        Assert.Contains("60 rows do not add up to 1, first row 1 (id '1'): 1.5.", problem, StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => Submission.Of(Classes.Set, new float[61], Card));
        Assert.Contains("61 numbers are no whole number of rows: lensing-classes-scores.csv has 3 in each.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_score_of_pictures_is_their_mean_PSNR_with_a_range_of_one()
    {
        // Each pixel off by 0.1: 20 dB for every picture, so the interval has no width.
        float[] off = Array.ConvertAll(((PredictionImages)Pairs.Contents[0]).Pixels, pixel => pixel + 0.1f);
        Submission submission = Submission.Of(Pairs.Set, off, Card);
        Interval score = Pairs.Score(submission, resamples: 20);
        Assert.Equal(20, score.Value, 4);
        Assert.Equal(20, score.High, 4);
        Assert.StartsWith("SSIM 0.", Challenges.LensingSuperres.Remark(submission.Contents, Pairs.Contents), StringComparison.Ordinal);
        // Equal pictures would have an infinite PSNR, which nothing can be averaged with.
        Assert.Equal(100, Pairs.Score(Submission.Of(Pairs.Set, Pairs.Contents, Card), resamples: 20).Value);
    }

    [Fact]
    public void Baselines_are_better_than_chance_and_in_their_order()
    {
        double[] auc = [.. Challenges.LensingClasses.Baselines(Classes.Set).Select(one => Classes.Score(one, resamples: 20).Value)];
        Assert.True(auc is [> 0.93, > 0.95], string.Join(", ", auc));
        double[] psnr = [.. Challenges.LensingSuperres.Baselines(Pairs.Set).Select(one => Pairs.Score(one, resamples: 20).Value)];
        Assert.InRange(psnr[0], 17, 22);
        Assert.InRange(psnr[1], psnr[0] + 4, 31);
    }

    [Fact]
    public void The_bilinear_baseline_is_that_of_the_tensor_library()
    {
        float[] low = Pairs.Set.Rows!.X;
        using var up = TorchSharp.torch.nn.Upsample(scale_factor: [2, 2], mode: TorchSharp.torch.UpsampleMode.Bilinear, align_corners: false);
        float[] expected = up.call(TorchSharp.torch.tensor(low).reshape(-1, 1, 64, 64)).data<float>().ToArray();
        float[] found = ((PredictionImages)Challenges.LensingSuperres.Baselines(Pairs.Set)[0].Contents[0]).Pixels;
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-6f);
    }

    [Fact]
    public void A_pack_with_pictures_is_read_by_a_stranger_and_scored_with_its_SSIM()
    {
        string notebook = _folder.Write("team.ipynb", """{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");
        float[] off = Array.ConvertAll(((PredictionImages)Pairs.Contents[0]).Pixels, pixel => pixel + 0.01f);
        string path = Path.Combine(_folder.Path, "arcs.zip");
        Submission.Of(Pairs.Set, off, Card).Pack(path, notebook);
        Leaderboard board = Leaderboard.Score(Pairs, [path], resamples: 20);
        LeaderboardRow first = board.Rows[0];
        Assert.Equal(("Arcs", 1), (first.Team, first.Place!.Value));
        Assert.Equal(40, first.Score!.Value, 2);
        Assert.StartsWith("SSIM 0.9", first.Note, StringComparison.Ordinal);
        Assert.Contains("3 pictures, but the evaluation set has 4", Refusal(off[..(3 * 128 * 128)]), StringComparison.Ordinal);

        // The right hash and the wrong number of pictures: only a pack that was made by hand can be like that.
        string Refusal(float[] pixels)
        {
            var other = new Submission(Challenges.LensingSuperres, Card, [new PredictionImages(pixels, 128, 128)], Pairs.Set.Sha256, 3);
            return Assert.Single(other.ProblemsFor(Pairs.Set));
        }
    }

    [Fact]
    public void A_file_that_holds_other_pictures_is_refused()
    {
        string path = Path.Combine(_folder.Path, "other.npy");
        Npy.Write(path, new float[2 * 50 * 50], 2, 50, 50);
        var error = Assert.Throws<DataFormatException>(() => Challenges.LensingClasses.LoadEvaluation(path));
        Assert.Contains("the shape (n, 64, 64), found (2, 50, 50)", error.Message, StringComparison.Ordinal);
        Npy.Write(path, [], 0, 64, 64);
        Assert.Contains("at least one picture", Assert.Throws<DataFormatException>(() => Challenges.LensingSuperres.LoadEvaluation(path)).Message,
            StringComparison.Ordinal);
    }
}
