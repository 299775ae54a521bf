using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Answers of PyTorch 1.13 for [1, NaN, -1, 3]: NaN counts as larger than all, and is the extreme of whatever holds
/// it.</summary>
public sealed class NotANumberTests
{
    private const double NaN = double.NaN;

    private static readonly Dictionary<string, Outcome> Cases = new()
    {
        ["sort"] = Outcome.Of(() => X().sort().Values, float32, [4], -1, 1, 3, NaN),
        ["places of sort"] = Outcome.Of(() => X().sort().Indices, int64, [4], 2, 0, 3, 1),
        ["sort downwards"] = Outcome.Of(() => X().sort(descending: true).Values, float32, [4], NaN, 3, 1, -1),
        ["argsort"] = Outcome.Of(() => X().argsort(), int64, [4], 2, 0, 3, 1),
        ["msort"] = Outcome.Of(() => X().msort(), float32, [4], -1, 1, 3, NaN),
        ["topk"] = Outcome.Of(() => X().topk(2).values, float32, [2], NaN, 3),
        ["topk of the smallest"] = Outcome.Of(() => X().topk(2, largest: false).values, float32, [2], -1, 1),
        ["kthvalue"] = Outcome.Of(() => X().kthvalue(4, 0).values, float32, [], NaN),
        ["max"] = Outcome.Of(() => X().max(), float32, [], NaN),
        ["place of max"] = Outcome.Of(() => X().max(0).indexes, int64, [], 1),
        ["min along 0"] = Outcome.Of(() => X().min(0).values, float32, [], NaN),
        ["place of min"] = Outcome.Of(() => X().min(0).indexes, int64, [], 1),
        ["argmax"] = Outcome.Of(() => X().argmax(), int64, [], 1),
        ["amax"] = Outcome.Of(() => X().amax(0), float32, [], NaN),
        ["median"] = Outcome.Of(() => X().median(), float32, [], NaN),
        ["cummax"] = Outcome.Of(() => X().cummax(0).values, float32, [4], 1, NaN, NaN, NaN),
        ["places of cummax"] = Outcome.Of(() => X().cummax(0).indexes, int64, [4], 0, 1, 1, 1),
        ["unique"] = Outcome.Of(() => tensor(new[] { float.NaN, 1, float.NaN }).unique().output, float32, [3], 1, NaN, NaN),
        ["maximum"] = Outcome.Of(() => maximum(X(), zeros(4)), float32, [4], 1, NaN, 0, 3),
        ["fmax"] = Outcome.Of(() => fmax(X(), zeros(4)), float32, [4], 1, 0, 0, 3),
        ["clamp"] = Outcome.Of(() => X().clamp(0, 2), float32, [4], 1, NaN, 0, 2),
        ["relu"] = Outcome.Of(() => X().relu(), float32, [4], 1, NaN, 0, 3),
        ["hardtanh"] = Outcome.Of(() => F.hardtanh(X()), float32, [4], 1, NaN, -1, 1),
        ["leaky_relu"] = Outcome.Of(() => F.leaky_relu(X(), 0.5), float32, [4], 1, NaN, -0.5, 3),
        ["threshold"] = Outcome.Of(() => F.threshold(X(), 0, 9), float32, [4], 1, NaN, 9, 3),
        ["sign"] = Outcome.Of(() => X().sign(), float32, [4], 1, 0, -1, 1),
        ["nansum"] = Outcome.Of(() => X().nansum(), float32, [], 3),
        ["=="] = Outcome.Of(() => X() == X(), @bool, [4], 1, 0, 1, 1),
        ["<"] = Outcome.Of(() => X() < 0, @bool, [4], 0, 0, 1, 0),
        ["isclose"] = Outcome.Of(() => X().isclose(X(), nanEqual: true), @bool, [4], 1, 1, 1, 1),
        ["to bool"] = Outcome.Of(() => X().@bool(), @bool, [4], 1, 1, 1, 1),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_is_ordered_and_passed_on_as_by_PyTorch(string name) => Cases[name].Verify();

    private static Tensor X() => tensor(new[] { 1, float.NaN, -1, 3 });
}
