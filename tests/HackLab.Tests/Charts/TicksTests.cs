using HackLab.Charts.Internals;
using Xunit;

namespace HackLab.Tests.Charts;

public class TicksTests
{
    [Fact]
    public void Ticks_are_round_even_distinct_and_within_the_axis()
    {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            double min = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 9));
            double range = Math.Pow(10, random.Next(-2, 3)) * Math.Max(Math.Abs(min), 1e-8) * (0.1 + random.NextDouble());
            int wanted = random.Next(2, 12);
            List<Tick> ticks = Ticks.Within(min, min + range, wanted);
            Assert.InRange(ticks.Count, 1, wanted + 1);
            Assert.All(ticks, t => Assert.InRange(t.Value, min - (1e-6 * range), min + (range * (1 + 1e-6))));
            Assert.Equal(ticks.Count, ticks.Select(t => t.Label).Distinct().Count());
            double step = Ticks.Step(range, wanted), lead = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));
            Assert.Contains(Math.Round(lead, 6), new[] { 1, 2, 2.5, 5 });
        }
    }

    [Theory]
    [InlineData(0.25, 0.25, 1, "0.25")]
    [InlineData(-0.5, 0.5, 1, "−0.5")]
    [InlineData(0, 0.5, 1, "0")]
    [InlineData(20000, 10000, 50000, "20,000")]
    [InlineData(2.5e-7, 0.5e-7, 3e-7, "2.5×10⁻⁷")]
    [InlineData(1.75e-6, 0.25e-6, 1.8e-6, "1.75×10⁻⁶")]
    [InlineData(3e6, 1e6, 4e6, "3×10⁶")]
    public void A_tick_is_written_as_people_read_it(double value, double step, double largest, string expected) =>
        Assert.Equal(expected, Numbers.Tick(value, step, largest));

    [Theory]
    [InlineData(0.68249, "0.682")]
    [InlineData(-12.5, "−12.5")]
    [InlineData(-0.00001, "−1×10⁻⁵")]
    [InlineData(123456, "123,456")]
    [InlineData(1234567, "1.23×10⁶")]
    [InlineData(0, "0")]
    [InlineData(9.999, "10")]
    public void A_number_has_about_three_digits(double value, string expected) => Assert.Equal(expected, Numbers.Short(value));

    [Theory]
    [InlineData(1, "100.0 %")]
    [InlineData(0.9999, "> 99.9 %")]
    [InlineData(0.0001, "< 0.1 %")]
    [InlineData(0, "0.0 %")]
    [InlineData(0.5, "50.0 %")]
    public void Only_all_is_a_hundred_per_cent_and_only_none_is_zero(double share, string expected) => Assert.Equal(expected, Numbers.Percent(share));
}
