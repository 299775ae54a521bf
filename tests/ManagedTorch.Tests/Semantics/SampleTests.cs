using ManagedTorch.Tests.Pointwise;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Differences, areas, covariances and sets of samples; numbers from PyTorch 1.13.</summary>
public sealed class SampleTests
{
    private static readonly Dictionary<string, (Func<Tensor> Compute, double[] Expected)> Cases = new()
    {
        ["diff"] = (() => X().diff(), [3, 5, 7, -1, 4, -2]),
        ["diff twice"] = (() => X().diff(n: 2, dim: 1), [2, 2, 5, -6]),
        ["diff down the columns"] = (() => X().diff(dim: 0), [1, -3, -4, -13]),
        ["diff of more values"] = (() => X()[0].diff(prepend: zeros(1, float64), append: ones(1, float64)), [1, 3, 5, 7, -15]),
        ["diff of bool"] = (() => tensor(new[] { true, false, false }).diff(), [1, 0]),
        ["trapezoid"] = (() => trapezoid(X()), [21.5, 8.5]),
        ["trapezoid down the columns"] = (() => X().trapezoid(0.5, 0), [0.75, 1.25, 3.5, 4.75]),
        ["trapezoid at places"] = (() => trapezoid(X(), Places()), [28, 11.5]),
        ["trapezoid at places down the columns"] = (() => X().trapezoid(tensor(new[] { 0.0, 2 }), 0), [3, 5, 14, 19]),
        ["cumulative_trapezoid"] = (() => X().cumulative_trapezoid(), [2.5, 9, 21.5, 1.5, 4.5, 8.5]),
        ["cumulative_trapezoid at places"] = (() => cumulative_trapezoid(X(), Places()), [2.5, 15.5, 28, 1.5, 7.5, 11.5]),
        ["cov"] = (() => cov(X()), [43, 5.5, 5.5, 2.9166666666666665]),
        ["cov of all"] = (() => X().cov(correction: 0), [32.25, 4.125, 4.125, 2.1875]),
        ["cov of counted samples"] = (
            () => X().cov(fweights: Counts()), [43.285714285714285, 4.8809523809523805, 4.8809523809523805, 1.9523809523809523]),
        ["cov of weighted samples"] = (
            () => X().cov(aweights: Weights()), [33.785714285714285, 4.714285714285714, 4.714285714285714, 3.857142857142857]),
        ["cov of counted and weighted samples"] = (
            () => X().cov(fweights: Counts(), aweights: Weights()),
            [35.5, 3.9042553191489358, 3.9042553191489358, 2.627659574468085]),
        ["cov of one variable"] = (() => X()[0].cov(), [43]),
        ["corrcoef"] = (() => corrcoef(X()), [1, 0.49111710751004856, 0.49111710751004856, 1]),
        ["isin"] = (() => isin(tensor(new long[,] { { 1, 2 }, { 3, 4 } }), tensor(new long[] { 2, 3, 9 })), [0, 1, 1, 0]),
        ["isin with NaN"] = (() => tensor(new[] { 1, double.NaN }).isin(tensor(new[] { double.NaN, 1 })), [1, 0]),
        ["isin of two types"] = (() => tensor(new long[] { 1, 2, 3 }).isin(tensor(new[] { 2f, 2.5f })), [0, 1, 0]),
        ["isin of nothing, inverted"] = (() => tensor(new long[] { 1, 2 }).isin(zeros(0, int64), invert: true), [1, 1]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_give_the_numbers_of_PyTorch(string name)
    {
        double[] actual = PyTorchCases.ValuesOf(Cases[name].Compute());
        Assert.Equal(Cases[name].Expected.Length, actual.Length);
        Assert.All(Cases[name].Expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Derivatives_by_samples_are_right()
    {
        Tensor x = GradientCheck.Random(1, 3, 5), places = GradientCheck.Random(2, 5);
        GradientCheck.Verify(z => z[0].diff(n: 2), x);
        GradientCheck.Verify(z => z[0].trapezoid(z[1]), x, places);
        GradientCheck.Verify(z => z[0].cumulative_trapezoid(0.5, 0), x);
        GradientCheck.Verify(z => z[0].cov(), x);
        GradientCheck.Verify(z => z[0].corrcoef(), x);
    }

    [Fact]
    public void Misfits_are_named()
    {
        Assert.Contains("at least one-dimensional", Assert.Throws<ArgumentException>(() => tensor(1.0).diff()).Message);
        Assert.Contains("one `x` value", Assert.Throws<ArgumentException>(() => trapezoid(X(), zeros(3))).Message);
        Assert.Contains("two or fewer dimensions", Assert.Throws<ArgumentException>(() => zeros(2, 2, 2).cov()).Message);
        Assert.Contains("fweights", Assert.Throws<ArgumentException>(() => X().cov(fweights: zeros(3, int64))).Message);
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        using Linear layer = nn.Linear(2, 3);
        Tensor vector = nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal(9, vector.numel());
        (vector * vector).sum().backward();
        Assert.Equal(PyTorchCases.ValuesOf(layer.weight * 2), PyTorchCases.ValuesOf(layer.weight.grad!));
        nn.utils.vector_to_parameters(arange(9, float32), layer.parameters());
        Assert.Equal([0.0, 1, 2, 3, 4, 5], PyTorchCases.ValuesOf(layer.weight));
        Assert.Equal([6.0, 7, 8], PyTorchCases.ValuesOf(layer.bias!));
        var error = Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(8), layer.parameters()));
        Assert.Contains("a vector of 9 numbers", error.Message);
    }

    private static Tensor X() => tensor(new double[,] { { 1, 4, 9, 16 }, { 2, 1, 5, 3 } });

    private static Tensor Places() => tensor(new[] { 0.0, 1, 3, 4 });

    private static Tensor Counts() => tensor(new long[] { 1, 2, 1, 3 });

    private static Tensor Weights() => tensor(new[] { 0.5, 1, 2, 1 });
}
