using System.Text;
using HackLab.Data;
using HackLab.Data.Nmr;
using HackLab.Evaluation;
using HackLab.Learning;
using HackLab.Simulation.SpinEcho;
using Xunit;

namespace HackLab.Tests.Evaluation.Submissions;

public sealed class NmrChallengeTests
{
    private static readonly Truth Truth = Challenges.Nmr.Make(24, seed: 7);

    private static readonly SubmissionCard Card = new() { Team = "Spins", Model = "none" };

    [Fact]
    public void The_files_have_the_names_that_are_graded_tabs_and_no_heading()
    {
        Assert.Equal(["gauss_mat_info_eval.txt", "RKKY_mat_info_eval.txt"], Challenges.Nmr.Files.Select(file => file.FileName));
        byte[] file = Challenges.Nmr.Files[1].Write(new PredictionTable(null, [0.5, 20, 5, 0.25, 30, 4], 3));
        Assert.Equal("0.5\t20\t5\n0.25\t30\t4\n", Encoding.UTF8.GetString(file));
    }

    [Fact]
    public void The_truth_scores_zero_and_its_means_score_one()
    {
        Assert.Equal(0, Truth.Score(Submission.Of(Truth.Set, Truth.Contents, Card)).Value, 12);
        PredictionTable Means(PredictionContent content)
        {
            var table = (PredictionTable)content;
            double[] mean = [.. Enumerable.Range(0, 3).Select(t => Enumerable.Range(0, table.Rows).Average(i => table.Values[(3 * i) + t]))];
            return new PredictionTable(null, [.. Enumerable.Range(0, table.Rows).SelectMany(_ => mean)], 3);
        }
        Assert.Equal(1, Truth.Score(Submission.Of(Truth.Set, [.. Truth.Contents.Select(Means)], Card)).Value, 9);
    }

    [Fact]
    public void The_error_is_the_published_sum_of_squares_per_value()
    {
        PredictionTable[] off = [.. Truth.Contents.Select(content =>
            new PredictionTable(null, [.. ((PredictionTable)content).Values.Select((v, k) => v + (0.1 * (k % 7)))], 3))];
        double sum = Truth.Contents.Zip(off).Sum(pair => Metrics.NormalizedError(Floats(pair.First), Floats(pair.Second), targets: 3));
        Assert.Equal(sum / (6 * Truth.Set.Count), Truth.Score(Submission.Of(Truth.Set, off, Card)).Value, 4);
    }

    [Fact]
    public void A_set_written_and_read_again_is_the_same_set()
    {
        string folder = Directory.CreateTempSubdirectory("nmr").FullName;
        try
        {
            Truth.Write(folder);
            Truth read = HackLab.Evaluation.Truth.Load(folder);
            Assert.Equal(Truth.Set.Sha256, read.Set.Sha256);
            Assert.Equal(Truth.Set.Rows!.X, Challenges.Nmr.LoadEvaluation(Path.Combine(folder, "participants", "nmr-evaluation.txt")).Rows!.X);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_rows_hold_both_couplings_with_real_and_imaginary_part()
    {
        SpinEchoes rkky = Datasets.Nmr.Load(Size.Simulated(24, 7), SpinCoupling.Rkky);
        for (int t = 0; t < rkky.Samples; t++)
        {
            Assert.Equal(rkky.Real[(5 * rkky.Samples) + t], Truth.Set.Rows!.Row(5)[(2 * rkky.Samples) + t], 1e-6f);
            Assert.Equal(rkky.Imag[(5 * rkky.Samples) + t], Truth.Set.Rows!.Row(5)[(3 * rkky.Samples) + t], 1e-6f);
        }
    }

    [Theory]
    [InlineData("", "at least")]
    [InlineData("1 2 3\n", "no such line")]
    [InlineData("# gauss_echos_eval_i.txt\n", "gauss_echos_eval_i.txt")]
    [InlineData("# gauss_echos_eval_r.txt\n1 2 3\n", "471 samples")]
    [InlineData("# gauss_echos_eval_r.txt\n1 two 3\n", "two")]
    public void A_file_that_is_no_such_set_is_refused_with_the_line(string text, string said)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var error = Assert.Throws<DataFormatException>(() => Challenges.Nmr.LoadEvaluation(path));
            if (text.Length > 0) Assert.Contains(said, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_line_is_a_better_baseline_than_the_mean()
    {
        double[] errors = [.. Challenges.Nmr.Baselines(Truth.Set).Select(baseline => Truth.Score(baseline).Value)];
        Assert.InRange(errors[0], 0.5, 1.6);
        Assert.True(errors[1] < 0.6 * errors[0], $"{errors[1]} is not below 0.6 of {errors[0]}");
    }

    [Fact]
    public void Echoes_become_two_channels_and_three_targets()
    {
        SpinEchoes echoes = Datasets.Nmr.Load(Size.Sample).Take(3, 4);
        var (x, y) = echoes.ToTensors();
        Assert.Equal([2L, 2, 471], x.shape);
        Assert.Equal(echoes.Targets, y.data<float>().ToArray());
        Assert.Equal(echoes.Imag[471..], x[1, 1].data<float>().ToArray());
        Assert.Throws<InvalidOperationException>(() => echoes.WithoutTargets().ToTensors());
    }

    private static float[] Floats(PredictionContent content) => [.. ((PredictionTable)content).Values.Select(v => (float)v)];
}
