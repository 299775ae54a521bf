using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Answers of PyTorch 1.13 for operands of different element types, and for whole numbers at their edges.</summary>
public sealed class ElementTypeTests
{
    private static readonly Dictionary<string, Outcome> Cases = new()
    {
        ["int64 < 2.5"] = Outcome.Of(() => Whole(1, 2, 3) < 2.5, @bool, [3], 1, 1, 0),
        ["int32 > 2.5"] = Outcome.Of(() => Whole(3).@int() > 2.5, @bool, [1], 1),
        ["int64 == 2.5"] = Outcome.Of(() => Whole(2) == 2.5, @bool, [1], 0),
        ["int64 == float32, rounded to float32"] =
            Outcome.Of(() => Whole(16777217) == tensor(new[] { 16777216f }), @bool, [1], 1),
        ["int64 == int64 beyond float64"] = Outcome.Of(() => Whole((1L << 53) + 1) == Whole(1L << 53), @bool, [1], 0),
        ["int32 == int64"] = Outcome.Of(() => Whole(1).@int() == Whole((1L << 32) + 1), @bool, [1], 0),
        ["bool < int64"] = Outcome.Of(() => tensor(new[] { true }) < Whole(5), @bool, [1], 1),
        ["uint8 > int64"] = Outcome.Of(() => Small(200) > Whole(-1), @bool, [1], 1),
        ["float32 == float64"] = Outcome.Of(() => tensor(new[] { 0.1f }) == tensor(new[] { 0.1 }), @bool, [1], 0),
        ["float32 == number"] = Outcome.Of(() => tensor(new[] { 0.1f }) == 0.1, @bool, [1], 1),
        ["uint8 wraps"] = Outcome.Of(() => Small(1) - Small(2), uint8, [1], 255),
        ["uint8 + int32 without axes"] = Outcome.Of(() => Small(1) + tensor(300), uint8, [1], 45),
        ["int64 + float64 without axes"] = Outcome.Of(() => Whole(1) + tensor(1.5), float64, [1], 2.5),
        ["bool + bool"] = Outcome.Of(() => tensor(new[] { true }) + tensor(new[] { true }), @bool, [1], 1),
        ["bool - bool"] =
            Outcome.Fails(() => tensor(new[] { true }) - tensor(new[] { true }), "Subtraction, the `-` operator, with"),
        ["- bool"] = Outcome.Fails(() => -tensor(new[] { true }), "on a bool tensor is not supported"),
        ["bool / bool"] = Outcome.Of(() => tensor(new[] { true }) / tensor(new[] { true }), float32, [1], 1),
        ["int64 / int64"] = Outcome.Of(() => Whole(-7, 7) / Whole(2, -2), float32, [2], -3.5, -3.5),
        ["floor division"] = Outcome.Of(() => Dividends().div(Divisors(), RoundingMode.floor), int64, [4], -4, 3, 3, -4),
        ["truncated division"] = Outcome.Of(() => Dividends().div(Divisors(), RoundingMode.trunc), int64, [4], -3, 3, 3, -3),
        ["remainder"] = Outcome.Of(() => Dividends() % Divisors(), int64, [4], 1, 1, -1, -1),
        ["fmod"] = Outcome.Of(() => Dividends().fmod(Divisors()), int64, [4], -1, 1, -1, 1),
        ["remainder of fractions"] = Outcome.Of(
            () => tensor(new[] { -7.5f, 7.5f, -7.5f, 7.5f }) % Divisors(), float32, [4], 0.5, 1.5, -1.5, -0.5),
        ["remainder by 0"] = Outcome.Of(() => tensor(new[] { 1f, 0f }) % 0f, float32, [2], double.NaN, double.NaN),
        ["whole number over 0"] = Outcome.Fails(() => Whole(1).floor_divide(Whole(0)), "ZeroDivisionError"),
        ["smallest int32 by -1"] = Outcome.Of(() => Whole(int.MinValue).@int() % Whole(-1).@int(), int32, [1], 0),
        ["uint8 over 255"] = Outcome.Of(() => Small(7, 255).floor_divide(Small(255, 255)), uint8, [2], 0, 1),
        ["uint8 % 255"] = Outcome.Of(() => Small(7, 255) % Small(255, 255), uint8, [2], 7, 0),
        ["fmod of uint8 by 255"] = Outcome.Of(() => Small(7, 255).fmod(Small(255, 255)), uint8, [2], 7, 0),
        ["sum along 0, not as the element type 0"] = Outcome.Of(() => ones(2, 2).sum(0), float32, [2], 2, 2),
        ["torch.sum along 0"] = Outcome.Of(() => torch.sum(ones(2, 2), 0), float32, [2], 2, 2),
        ["prod along 0"] = Outcome.Of(() => torch.prod(ones(2, 2), 0), float32, [2], 1, 1),
        ["sum in another type"] = Outcome.Of(() => ones(2, 2).sum(int64), int64, [], 4),
        ["abs of the smallest int32"] = Outcome.Of(() => Whole(int.MinValue).@int().abs(), int32, [1], int.MinValue),
        ["whole power"] = Outcome.Of(() => Whole(2, 3).pow(2), int64, [2], 4, 9),
        ["whole number to -1"] = Outcome.Fails(() => Whole(2).pow(-1), "Integers to negative integer powers are not allowed."),
        ["where"] = Outcome.Of(() => where(tensor(new[] { true }), Whole(1), tensor(new[] { 1.5f })), float32, [1], 1),
        ["cat"] = Outcome.Of(() => cat([Whole(1), tensor(new[] { 1.5f })]), float32, [2], 1, 1.5),
        ["stack"] = Outcome.Of(() => stack([Whole(1), tensor(new[] { 1.5f })]), float32, [2, 1], 1, 1.5),
        ["maximum"] = Outcome.Of(() => maximum(Whole(1), tensor(new[] { 1.5f })), float32, [1], 1.5),
        ["clamp by fractions"] = Outcome.Of(() => Whole(1, 2, 3).clamp(1.5, 2.5), float32, [3], 1.5, 2, 2.5),
        ["sum of bool"] = Outcome.Of(() => tensor(new[] { true, true }).sum(), int64, [], 2),
        ["cumsum of bool"] = Outcome.Of(() => tensor(new[] { true, true }).cumsum(0), int64, [2], 1, 2),
        ["cumsum of int32"] = Outcome.Of(() => Whole(1, 1).@int().cumsum(0), int64, [2], 1, 2),
        ["prod of uint8"] = Outcome.Of(() => Small(20, 20).prod(), int64, [], 400),
        ["mean of int64"] = Outcome.Fails(() => Whole(1, 2).mean(), "could not infer output dtype"),
        ["softmax of int64"] = Outcome.Fails(() => Whole(1, 2).softmax(0), "not implemented for 'Long'"),
        ["int64 += 1.5"] =
            Outcome.Fails(() => Whole(1).add_(1.5), "result type Float can't be cast to the desired output type Long"),
        ["int64 /= 2"] = Outcome.Fails(() => Whole(1).div_(2), "result type Float can't be cast to the desired output type Long"),
        ["bool += 1"] =
            Outcome.Fails(() => tensor(new[] { true }).add_(1), "result type Long can't be cast to the desired output type Bool"),
        ["float32 += float64"] = Outcome.Of(() => tensor(new[] { 1f }).add_(tensor(new[] { 1.0 })), float32, [1], 2),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Element_types_mix_as_in_PyTorch(string name) => Cases[name].Verify();

    private static Tensor Whole(params long[] values) => tensor(values);

    private static Tensor Small(params byte[] values) => tensor(values);

    private static Tensor Dividends() => Whole(-7, 7, -7, 7);

    private static Tensor Divisors() => Whole(2, 2, -2, -2);
}
