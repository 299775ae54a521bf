using HackLab.Charts;
using HackLab.Data;
using HackLab.Learning;
using HackLab.Data.Display;
using HackLab.Data.Hosting;
using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Facade;

[Collection(HostHooks.Name)]
public class LiveTests
{
    private static Table Picture(int number) => new($"picture {number}", ["a"], []);

    private static string[] Numbers(List<string> shown) => [.. shown.Select(text => text.Split('\n')[0].Trim())];

    [Fact]
    public void Updates_in_quick_succession_are_shown_once_per_interval_and_the_last_is_never_lost()
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        using var live = new LiveDisplay(time);
        Assert.Empty(kernel.Places);
        for (int i = 0; i < 10; i++) live.Update(Picture(i));
        Assert.Equal(["picture 0"], Numbers(Assert.Single(kernel.Places)));
        time.Advance(249);
        Assert.Single(kernel.Places[0]);
        time.Advance(1);
        Assert.Equal(["picture 0", "picture 9"], Numbers(Assert.Single(kernel.Places)));
        time.Advance(1000);
        Assert.Equal(2, kernel.Places[0].Count);
    }

    [Fact]
    public void Disposing_shows_the_last_update_at_once()
    {
        using var kernel = new FakeKernel();
        var live = new LiveDisplay(new ManualTime());
        live.Update(Picture(1));
        live.Update(Picture(2));
        live.Dispose();
        Assert.Equal(["picture 1", "picture 2"], Numbers(kernel.Places[0]));
    }

    [Fact]
    public void A_picture_that_will_not_be_seen_is_not_made()
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        using var live = new LiveDisplay(time);
        var made = new List<int>();
        for (int i = 0; i < 5; i++)
        {
            int number = i;
            live.Update(() =>
            {
                made.Add(number);
                return Picture(number);
            });
        }
        time.Advance(250);
        Assert.Equal([0, 4], made);
    }

    [Fact]
    public void A_picture_that_fails_on_the_timer_tells_the_next_caller()
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        var live = new LiveDisplay(time);
        live.Update(Picture(1));
        live.Update(() => throw new InvalidOperationException("no picture"));
        time.Advance(250);
        Assert.Equal("no picture", Assert.Throws<InvalidOperationException>(() => live.Update(Picture(2))).Message);
        live.Update(Picture(3));
        live.Dispose();
        Assert.EndsWith("picture 3", Numbers(kernel.Places[0])[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 3)]
    [InlineData(1000, 1)]
    [InlineData(3, 5)]
    public void A_learning_curve_moves_at_most_four_times_a_second_and_ends_on_its_last_state(int perSecond, int seconds)
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        var log = new List<TrainingStep>();
        using (var live = new LiveDisplay(time))
        {
            for (int step = 0; step < perSecond * seconds; step++)
            {
                log.Add(new TrainingStep(step, 1.0 / (1 + step), null, TimeSpan.Zero));
                TrainingStep[] sofar = [.. log];
                live.Update(() => Chart.LearningCurve(sofar));
                time.Advance(1000 / perSecond);
            }
        }
        List<string> shown = Assert.Single(kernel.Places);
        Assert.InRange(shown.Count, Math.Min(perSecond, 3) * seconds, (4 * seconds) + 2);
        Assert.StartsWith($"Learning curve, {log.Count - 1} steps", shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_ends_before_the_next_update_is_due_shows_the_last_state()
    {
        using var kernel = new FakeKernel();
        var live = new LiveDisplay(new ManualTime());
        for (int i = 0; i < 10; i++) live.Update(Picture(i));
        Assert.Single(kernel.Places[0]);
        kernel.EndCell();
        Assert.Equal(["picture 0", "picture 9"], Numbers(kernel.Places[0]));
        kernel.EndCell();
        live.Dispose();
        Assert.Equal(2, kernel.Places[0].Count);
    }

    [Fact]
    public void A_progress_bar_says_share_rate_and_time_left()
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        var bar = new ProgressBar(200, "simulating", CancellationToken.None, time);
        time.Advance(1000);
        Assert.True(bar.Step(50));
        Assert.Contains("25 % · 50 of 200 · 50 per s · 3.0 s left", kernel.Places[0][^1], StringComparison.Ordinal);
        time.Advance(3000);
        bar.Step(150);
        bar.Dispose();
        Assert.Contains("100 % · 200 of 200 · 50 per s · took 4.0 s", kernel.Places[0][^1], StringComparison.Ordinal);
        Assert.Single(kernel.Places);
    }

    [Fact]
    public void A_patient_progress_bar_shows_only_work_that_takes_long()
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        TimeSpan second = TimeSpan.FromSeconds(1);
        using (var quick = new ProgressBar(2, "quick", CancellationToken.None, time, second))
        {
            quick.Step();
            time.Advance(900);
            quick.Step();
        }
        time.Advance(5000);
        Assert.Empty(kernel.Places);
        using (var slow = new ProgressBar(2, "slow", CancellationToken.None, time, second))
        {
            time.Advance(1100);   // without a step: it shows itself
            Assert.Contains("0 of 2", Assert.Single(kernel.Places)[^1], StringComparison.Ordinal);
            slow.Step(2);
        }
        Assert.Contains("2 of 2", Assert.Single(kernel.Places)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_progress_bar_is_redrawn_at_most_ten_times_a_second()
    {
        using var kernel = new FakeKernel();
        var time = new ManualTime();
        using (var bar = new ProgressBar(10_000, "fast", CancellationToken.None, time))
        {
            for (int i = 0; i < 10_000; i++)
            {
                bar.Step();
                if (i % 10 == 9) time.Advance(1);
            }
        }
        // One second: the start, ten redraws, the end.
        Assert.InRange(kernel.Places[0].Count, 10, 13);
        Assert.Contains("10,000 of 10,000", kernel.Places[0][^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupting_ends_the_walk_and_says_what_was_kept()
    {
        using var source = new CancellationTokenSource();
        using var kernel = new FakeKernel(source.Token);
        var seen = new List<int>();
        foreach (int item in TheLab.Progress(Enumerable.Range(0, 100).ToList(), "walking"))
        {
            seen.Add(item);
            if (item == 41) source.Cancel();
        }
        Assert.Equal(Enumerable.Range(0, 42), seen);
        Assert.Contains("42 of 100", kernel.Places[0][^1], StringComparison.Ordinal);
        Assert.Contains("interrupted", kernel.Places[0][^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_unknown_number_are_counted()
    {
        using var kernel = new FakeKernel();
        static IEnumerable<int> Endless()
        {
            for (int i = 0; i < 7; i++) yield return i;
        }
        Assert.Equal(7, TheLab.Progress(Endless(), "items").Count());
        Assert.Contains("7 done", kernel.Places[0][^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_in_html_escapes_its_title_and_tells_its_share_to_screen_readers()
    {
        string html = new ProgressView("a < b & \"c\"", 1, 4, TimeSpan.FromSeconds(1), ended: false, interrupted: false).ToHtml();
        Assert.Contains("aria-valuenow=\"25\"", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b &amp; &quot;c&quot;", html, StringComparison.Ordinal);
        System.Xml.Linq.XElement.Parse(html);
    }
}
