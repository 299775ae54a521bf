using HackLab.Data;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class DigitSimulatorTests
{
    [Fact]
    public void The_same_seed_writes_the_same_digits_and_the_first_of_many_are_those_of_few()
    {
        LabelledImages few = Datasets.Mnist.Simulate(70, 3), many = Datasets.Mnist.Simulate(140, 3), others = Datasets.Mnist.Simulate(70, 4);
        // Blocks are of 64 digits.
        Assert.Equal(few.X[..(64 * 784)], many.X[..(64 * 784)]);
        Assert.Equal(few.Y[..64], many.Y[..64]);
        Assert.NotEqual(few.X, others.X);
        Assert.Empty(Datasets.Mnist.Simulate(0).Y);
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Mnist.Simulate(-1));
    }

    [Fact]
    public void Digits_are_as_large_and_as_dark_as_those_of_Mnist()
    {
        LabelledImages digits = Datasets.Mnist.Simulate(500);
        Assert.All(digits.X, ink => Assert.True(ink is >= 0 and <= 255 && ink == MathF.Round(ink)));
        // The published training images have a mean of 33.3 (0.1307 of 255).
        Assert.InRange(digits.X.Average(), 25, 42);
        for (int i = 0; i < digits.Count; i++)
        {
            float[] image = digits.Image(i).ToArray();
            double[] rows = [.. Enumerable.Range(0, 28).Where(r => image[(28 * r)..(28 * (r + 1))].Any(ink => ink > 127)).Select(r => (double)r)];
            Assert.InRange(rows.Max() - rows.Min() + 1, 17, 22);
        }
        Assert.All(digits.ClassCounts(), count => Assert.InRange(count, 30, 75));
    }

    [Fact]
    public void Digits_differ_by_class_and_from_writer_to_writer()
    {
        LabelledImages digits = Datasets.Mnist.Simulate(1_500), more = Datasets.Mnist.Simulate(500, 7);
        TabularData train = digits.ToTabularData(transform: ink => ink / 255), test = more.ToTabularData(transform: ink => ink / 255);
        LogisticRegression line = LogisticRegression.Fit(train, new LogisticRegressionOptions { C = 0.1 });
        int[] said = line.Predict(test);
        double accuracy = said.Zip(test.Y, (a, b) => a == b ? 1.0 : 0).Average();
        Assert.InRange(accuracy, 0.9, 1.0);
        Assert.NotEqual(digits.Image(Array.IndexOf(digits.Y, 3)).ToArray(), digits.Image(Array.LastIndexOf(digits.Y, 3)).ToArray());
    }
}
