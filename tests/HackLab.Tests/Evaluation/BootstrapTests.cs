using HackLab.Evaluation;
using HackLab.Tests.Facade;
using Xunit;

namespace HackLab.Tests.Evaluation;

[Collection(HostHooks.Name)]
public class BootstrapTests
{
    private static double[] Normal(int n, int seed, double mean = 0)
    {
        var random = new HackLab.Simulation.Numerics.SeededRandom(seed);
        return [.. Enumerable.Range(0, n).Select(_ => mean + random.NextNormal())];
    }

    [Fact]
    public void The_interval_of_a_mean_is_as_wide_as_theory_says()
    {
        // The standard error of a mean of n values is σ / √n; 95 % lie within 1.96 of them.
        double[] values = Normal(400, 1, mean: 5);
        double mean = values.Average(), sigma = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Interval interval = Bootstrap.Mean(values, new BootstrapOptions { Resamples = 4000 });
        Assert.Equal(mean, interval.Value, 12);
        Assert.InRange((interval.High - interval.Low) / (2 * 1.96 * sigma / 20), 0.94, 1.06);
        Assert.Equal(4000, interval.Resamples);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        double[] values = Normal(100, 2);
        var one = new BootstrapOptions { Resamples = 300, Threads = 1 };
        Interval first = Bootstrap.Mean(values, one);
        Assert.Equal(first, Bootstrap.Mean(values, one with { Threads = 2 }));
        Assert.Equal(first, Bootstrap.Mean(values, one with { Threads = 7 }));
        Assert.NotEqual(first, Bootstrap.Mean(values, one with { Seed = 7 }));
    }

    [Fact]
    public void Strata_keep_how_many_rows_of_each_there_are()
    {
        int[] strata = [3, 1, 1, 3, 3, 2, 1, 3];
        var seen = new HashSet<int>();
        Bootstrap.Interval(8, rows =>
        {
            Assert.Equal([3, 1, 4], new[] { 1, 2, 3 }.Select(s => rows.Count(r => strata[r] == s)));
            seen.UnionWith(rows);
            return 0;
        }, new BootstrapOptions { Resamples = 100, Strata = strata, Threads = 1 });
        Assert.Equal(8, seen.Count);
        // The share of a stratum does not vary at all then.
        Interval share = Bootstrap.Interval(8, rows => rows.Count(r => strata[r] == 1) / 8.0, new BootstrapOptions { Strata = strata });
        Assert.Equal((0.375, 0.375), (share.Low, share.High));
    }

    [Fact]
    public void Draws_on_which_the_metric_is_not_defined_are_drawn_again()
    {
        int[] y = [0, 0, 0, 1];
        Interval interval = Bootstrap.Interval(4, rows => rows.Any(r => y[r] == 1) ? rows.Count(r => y[r] == 1) : double.NaN);
        Assert.True(interval.Low >= 1);
        Assert.Equal(1000, interval.Resamples);
        Assert.Contains("not defined", Assert.Throws<ArgumentException>(() => Bootstrap.Interval(4, _ => double.NaN)).Message, StringComparison.Ordinal);
        Assert.Contains("my own", Assert.Throws<InvalidOperationException>(
            () => Bootstrap.Interval(4, _ => throw new InvalidOperationException("my own"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_bootstrap_on_threads_keeps_the_redraws_done()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        using (new FakeKernel(source.Token))
        {
            Interval interval = Bootstrap.Interval(50, rows =>
            {
                int call = Interlocked.Increment(ref calls);
                if (call == 60) source.Cancel();
                if (call > 60) source.Token.WaitHandle.WaitOne();   // the other thread goes no further either
                return rows[0];
            }, new BootstrapOptions { Threads = 2 });
            Assert.InRange(interval.Resamples, 20, 61);
            Assert.Throws<OperationCanceledException>(() => Bootstrap.Mean([1, 2, 3]));
        }
    }

    [Fact]
    public void A_difference_on_the_same_rows_is_surer_than_two_intervals()
    {
        // Both models find the same rows hard; one is a little better on each.
        double[] hard = Normal(300, 3), a = [.. hard.Zip(Normal(300, 4), (h, e) => (10 * h) + e + 0.5)], b = [.. hard.Zip(Normal(300, 5), (h, e) => (10 * h) + e)];
        PairedDifference found = Bootstrap.Difference(300, rows => rows.Average(r => a[r]), rows => rows.Average(r => b[r]));
        Assert.Equal(a.Average() - b.Average(), found.Difference.Value, 9);
        Assert.True(found.A.Low < found.B.High && found.B.Low < found.A.High, "the two intervals overlap");
        Assert.True(found.Difference.Low > 0, "the difference's interval does not hold 0");
        Assert.True(found.PValue < 0.01);
        Assert.Equal(1, Bootstrap.Difference(300, rows => rows.Average(r => a[r]), rows => rows.Average(r => a[r])).PValue);
        Assert.Contains("does not hold 0", found.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_sign_flips_come_close_to_trying_all_and_equal_models_are_seldom_called_different()
    {
        double[] a = Normal(13, 8, mean: 0.5), b = Normal(13, 9);
        // 2¹³ = 8,192 ways: all of them, or 5,000 random ones.
        double exact = PairedTest.SignFlip(a, b, shuffles: 10_000).PValue;
        PairedTestResult random = PairedTest.SignFlip(a, b, shuffles: 5000);
        Assert.Equal(5000, random.Shuffles);
        Assert.InRange(random.PValue, exact - (4 * Math.Sqrt(exact * (1 - exact) / 5000)), exact + (4 * Math.Sqrt(exact * (1 - exact) / 5000)));
        Assert.Equal(random, PairedTest.SignFlip(a, b, shuffles: 5000));
        int called = Enumerable.Range(0, 200).Count(seed => PairedTest.SignFlip(Normal(30, 1000 + seed), Normal(30, 5000 + seed), shuffles: 200).PValue <= 0.05);
        Assert.InRange(called, 1, 22);   // 10 expected, standard deviation 3.1
    }

    [Fact]
    public void Exchanging_predictions_tests_any_metric()
    {
        int[] y = [.. Enumerable.Range(0, 200).Select(i => i % 2)];
        double[] noise = Normal(400, 6);
        float[] good = [.. y.Select((label, i) => (float)((1.5 * label) + noise[i]))], poor = [.. y.Select((_, i) => (float)noise[200 + i])];
        PairedTestResult found = PairedTest.Permutation(good, poor, score => Metrics.Auc(y, score), shuffles: 500);
        Assert.Equal(Metrics.Auc(y, good), found.A);
        Assert.Equal(1 / 501.0, found.PValue, 12);
        Assert.Equal(1, PairedTest.Permutation(good, good, score => Metrics.Auc(y, score), shuffles: 200).PValue);
        Assert.True(PairedTest.DeLong(y, good, poor).PValue < 1e-6);
    }

    [Fact]
    public void Settings_out_of_range_are_named()
    {
        string Message(BootstrapOptions options) => Assert.Throws<ArgumentException>(() => Bootstrap.Mean([1, 2], options)).Message;
        Assert.Contains("resamples is 5", Message(new BootstrapOptions { Resamples = 5 }), StringComparison.Ordinal);
        Assert.Contains("level must lie", Message(new BootstrapOptions { Level = 95 }), StringComparison.Ordinal);
        Assert.Contains("2 rows and 1 strata", Message(new BootstrapOptions { Strata = [1] }), StringComparison.Ordinal);
        Assert.Contains("Value 1 is NaN", Assert.Throws<ArgumentException>(() => Bootstrap.Mean([1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("3 values of the first model and 2", Assert.Throws<ArgumentException>(() => PairedTest.SignFlip([1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);
    }
}
