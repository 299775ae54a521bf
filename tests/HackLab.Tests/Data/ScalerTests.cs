using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class ScalerTests
{
    [Fact]
    public void The_scaler_learns_from_train_alone_and_names_constant_columns()
    {
        Feature[] features = [new("a"), new("same")];
        var train = new TabularData("train", features, [1, 0.1f, 3, 0.1f, 5, 0.1f], [0, 1, 0], ["n", "y"]);
        var test = new TabularData("test", features, [7, 0.3f], [1], ["n", "y"]);
        Scaler scaler = Scaler.Fit(train);

        Assert.Equal(3, scaler.Centers[0], 12);
        Assert.Equal(Math.Sqrt(8.0 / 3), scaler.Scales[0], 12);
        Assert.Equal(["same"], scaler.ConstantFeatures);
        Assert.Equal([(float)(4 / Math.Sqrt(8.0 / 3)), 0], scaler.Transform(test).X);
        Assert.Contains("Constant, so set to 0: same", scaler.ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => scaler.Transform(test.Select("same", "a")));
    }

    // sklearn.preprocessing 1.2.1 on [1, 2, 4, 8, NaN]: MinMaxScaler, RobustScaler, StandardScaler.
    [Theory]
    [InlineData(ScalerKind.MinMax, new[] { 0, 0.14285714, 0.42857143, 1 })]
    [InlineData(ScalerKind.Robust, new[] { -0.61538462, -0.30769231, 0.30769231, 1.53846154 })]
    [InlineData(ScalerKind.Standard, new[] { -1.02575529, -0.65275337, 0.09325048, 1.58525817 })]
    public void Values_are_those_of_scikit_learn_and_missing_ones_stay_missing(ScalerKind kind, double[] expected)
    {
        float[] x = [1, 2, 4, 8, float.NaN];
        Scaler scaler = Scaler.Fit(x, 1, kind);
        float[] scaled = scaler.Transform(x);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], scaled[i], 1e-7);
        Assert.True(float.IsNaN(scaled[4]));
        float[] back = scaler.Inverse(scaled);
        for (int i = 0; i < 4; i++) Assert.Equal(x[i], back[i], 1e-5);
    }

    [Fact]
    public void Columns_are_scaled_apart_and_cut_off_rows_are_refused()
    {
        Scaler scaler = Scaler.Fit([0, 10, 4, 30], columns: 2, ScalerKind.MinMax);
        Assert.Equal([0.5f, -0.5f], scaler.Transform([2, 0]));
        Assert.Throws<ArgumentException>(() => scaler.Transform([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Scaler.Fit([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => Scaler.Fit([], 2));
    }
}
