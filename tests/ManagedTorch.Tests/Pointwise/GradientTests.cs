using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

public sealed class GradientTests
{
    // Name and range; functions with a kink are sampled on both sides of it, never at it (random numbers do not meet it).
    private static readonly Dictionary<string, (double Low, double High)> Ranges = new()
    {
        ["log"] = (0.2, 3), ["log2"] = (0.2, 3), ["log10"] = (0.2, 3), ["log1p"] = (-0.8, 3), ["sqrt"] = (0.2, 3),
            ["rsqrt"] = (0.2, 3),
        ["reciprocal"] = (0.3, 2), ["tan"] = (-1, 1), ["asin"] = (-0.9, 0.9), ["acos"] = (-0.9, 0.9), ["acosh"] = (1.2, 3),
            ["atanh"] = (-0.9, 0.9),
        ["erfinv"] = (-0.9, 0.9), ["logit"] = (0.1, 0.9), ["logit_eps"] = (0.01, 0.99), ["pow0.5"] = (0.2, 3),
            ["pow-1"] = (0.3, 2), ["pow1.7"] = (0.2, 3),
        ["sinc"] = (0.3, 2), ["relu6"] = (-4, 10), ["hardsigmoid"] = (-5, 5), ["hardswish"] = (-5, 5), ["softplus"] = (-3, 4),
            ["div_floor2"] = (0.1, 1.9),
    };

    private static readonly HashSet<string> WithoutSlope =
    [
        "signbit", "isnan", "isfinite", "isinf", "isposinf", "isneginf", "logical_not", "bitwise_not", "eq1", "ge0.5", "lt2",
        // These steps have slope 0 everywhere, but finite differences may cross one.
        "round2", "round-1",
    ];

    private static readonly HashSet<string> BinaryWithoutSlope =
    [
        "eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or",
        "bitwise_xor", "isclose",
    ];

    private static readonly HashSet<string> ReductionsWithoutSlope =
        ["max0i", "max-1i", "min-1i", "argmax", "argmax0", "argmin-1", "all", "any", "all0", "any-1", "count_nonzero",
            "count_nonzero0"];

    public static TheoryData<string> Functions => [.. OperationTable.Unary.Keys.Except(WithoutSlope)];

    public static TheoryData<string> Pairs => [.. OperationTable.Binary.Keys.Except(BinaryWithoutSlope).Except(["prelu"])];

    public static TheoryData<string> Reductions => [.. OperationTable.Reductions.Keys.Except(ReductionsWithoutSlope)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void First_and_second_derivatives_of_functions_equal_finite_differences(string name)
    {
        (double low, double high) = Ranges.GetValueOrDefault(name, (-2, 2));
        GradientCheck.Verify(
            x => OperationTable.Unary[name](x[0]), [GradientCheck.Uniform(3, low, high, 3, 5)], second: true, tolerance: 5e-6);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Derivatives_of_functions_of_two_tensors_equal_finite_differences_also_when_broadcast(string name)
    {
        Func<Tensor, Tensor, Tensor> operation = OperationTable.Binary[name];
        Tensor a = GradientCheck.Uniform(1, 0.4, 2.5, 2, 3), row = GradientCheck.Uniform(2, 0.6, 1.9, 3),
            column = GradientCheck.Uniform(4, 0.6, 1.9, 2, 1);
        GradientCheck.Verify(x => operation(x[0], x[1]), [a, row], second: true, tolerance: 5e-6);
        GradientCheck.Verify(x => operation(x[0], x[1]), column, a);
    }

    [Theory]
    [MemberData(nameof(Reductions))]
    public void Derivatives_of_reductions_equal_finite_differences_in_every_layout(string name)
    {
        Func<Tensor, Tensor> operation = OperationTable.Reductions[name];
        Tensor cube = GradientCheck.Uniform(5, 0.3, 2, 2, 3, 4), matrix = GradientCheck.Uniform(6, -2, -0.3, 3, 4);
        GradientCheck.Verify(x => operation(x[0]), [cube], second: true, tolerance: 5e-6);
        GradientCheck.Verify(x => operation(Views.Transpose(x[0], 0, 1)), [matrix], second: true, tolerance: 5e-6);
        GradientCheck.Verify(x => operation(Views.Expand(x[0], [2, 3, 4])), matrix);
    }

    [Fact]
    public void Products_have_the_right_derivatives_where_factors_are_zero()
    {
        Tensor x = Creation.FromValues<double>([1.5, 0, -2, 0.5, 3, 1, 0, 2, 0], [3, 3]).requires_grad_();
        GradientCheck.VerifyTwice(z => z[0].prod(1L), x);
        GradientCheck.Verify(z => z[0].prod(), x);
        GradientCheck.Verify(z => z[0].cumprod(1), x);
    }

    [Fact]
    public void Prelu_learns_one_slope_or_one_for_each_channel()
    {
        Tensor x = GradientCheck.Random(1, 2, 3, 2);
        GradientCheck.VerifyTwice(z => z[0].prelu(z[1]), x, GradientCheck.Random(2, 3));
        GradientCheck.VerifyTwice(z => z[0].prelu(z[1]), x, GradientCheck.Random(3, 1));
    }

    [Fact]
    public void Halves_gate_each_other_in_glu() => GradientCheck.VerifyTwice(z => z[0].glu(1), GradientCheck.Random(1, 2, 4));
}
