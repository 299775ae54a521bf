using HackLab.Data;
using HackLab.Learning;
using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Facade;

[Collection(HostHooks.Name)]
public sealed class WatchTests : IDisposable
{
    private readonly string? _scaleBefore = Environment.GetEnvironmentVariable(TheLab.ScaleVariable);

    public void Dispose() => Environment.SetEnvironmentVariable(TheLab.ScaleVariable, _scaleBefore);

    [Theory]
    [InlineData("smoke", 20)]
    [InlineData("class", 200)]
    [InlineData("full", 1000)]
    public void A_watched_training_scales_its_steps_and_ends_with_the_whole_curve(string scale, int steps)
    {
        Environment.SetEnvironmentVariable(TheLab.ScaleVariable, scale);
        using var kernel = new FakeKernel();
        LogisticRegressionOptions watch = TheLab.Watch(steps: 200, seconds: 7);
        Assert.Equal((steps, 7.0, Solver.GradientDescent), (watch.MaxIterations, watch.MaxSeconds, watch.Solver));
        LogisticRegression model = LogisticRegression.Fit([0, 1, 2, 3], [0, 1, 0, 1], watch with { MaxIterations = 20 });
        Assert.Equal(20, model.Log.Count - 1);
        Assert.StartsWith("Learning curve, 20 steps", Assert.Single(kernel.Places)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_training_shows_what_was_reached()
    {
        Environment.SetEnvironmentVariable(TheLab.ScaleVariable, null);
        using var source = new CancellationTokenSource();
        using var kernel = new FakeKernel(source.Token);
        LogisticRegressionOptions watch = TheLab.Watch(steps: 200);
        LogisticRegression model = LogisticRegression.Fit([0, 1, 2, 3], [0, 1, 0, 1], watch with
        {
            OnStep = log =>
            {
                watch.OnStep!(log);
                if (log.Count == 8) source.Cancel();
            },
        });
        Assert.Equal(StopReason.Interrupted, model.Stopped);
        Assert.StartsWith("Learning curve, 7 steps", kernel.Places[0][^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_step_at_all_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => TheLab.Watch(0));

    [Fact]
    public void The_end_is_told_even_when_a_step_fails()
    {
        int ended = 0;
        var options = new LogisticRegressionOptions { OnStep = _ => throw new InvalidOperationException("step"), OnEnd = () => ended++ };
        Assert.Throws<InvalidOperationException>(() => LogisticRegression.Fit([0, 1, 2, 3], [0, 1, 0, 1], options));
        Assert.Equal(1, ended);
    }

    [Fact]
    public void A_file_is_looked_for_here_and_among_the_real_data_and_both_places_are_named()
    {
        string? before = Environment.GetEnvironmentVariable("HACKLAB_REAL_DATA");
        string folder = Directory.CreateTempSubdirectory("hacklab-load-").FullName;
        try
        {
            Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", folder);
            Directory.CreateDirectory(Path.Combine(folder, "higgs"));
            TabularData sample = Datasets.Higgs.Load("sample");
            IEnumerable<string> lines = Enumerable.Range(0, 40).Select(i =>
                sample.Y[i] + "\t" + string.Join('\t', sample.Row(i).ToArray().Select(v => v.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            File.WriteAllLines(Path.Combine(folder, "higgs", "some.tsv"), lines);
            Assert.Equal(sample.Take([.. Enumerable.Range(0, 40)]).X, Datasets.Higgs.Load("higgs/some.tsv").X);
            string message = Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load("higgs/other.tsv")).Message;
            Assert.Contains("higgs/other.tsv", message, StringComparison.Ordinal);
            Assert.Contains(Directory.GetCurrentDirectory(), message, StringComparison.Ordinal);
            Assert.Contains(folder, message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("HACKLAB_REAL_DATA", before);
            Directory.Delete(folder, recursive: true);
        }
    }
}
