using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Answers of PyTorch 1.13 for tensors without elements.</summary>
public sealed class EmptyTensorTests
{
    private const double NaN = double.NaN;

    private static readonly Dictionary<string, Outcome> Cases = new()
    {
        ["sum"] = Outcome.Of(() => None().sum(), float32, [], 0),
        ["prod"] = Outcome.Of(() => None().prod(), float32, [], 1),
        ["mean"] = Outcome.Of(() => None().mean(), float32, [], NaN),
        ["std"] = Outcome.Of(() => None().std(), float32, [], NaN),
        ["std of one"] = Outcome.Of(() => ones(1).std(), float32, [], NaN),
        ["any"] = Outcome.Of(() => None().any(), @bool, [], 0),
        ["all"] = Outcome.Of(() => None().all(), @bool, [], 1),
        ["norm"] = Outcome.Of(() => None().norm(), float32, [], 0),
        ["nansum"] = Outcome.Of(() => None().nansum(), float32, [], 0),
        ["median"] = Outcome.Of(() => None().median(), float32, [], NaN),
        ["count_nonzero"] = Outcome.Of(() => None().count_nonzero(), int64, [], 0),
        ["sum of no rows"] = Outcome.Of(() => NoRows().sum(0), float32, [3], 0, 0, 0),
        ["sum in no rows"] = Outcome.Of(() => NoRows().sum(1), float32, [0]),
        ["mean of no rows"] = Outcome.Of(() => NoRows().mean([0]), float32, [3], NaN, NaN, NaN),
        ["var of no rows"] = Outcome.Of(() => NoRows().var(0), float32, [3], NaN, NaN, NaN),
        ["prod of no rows"] = Outcome.Of(() => NoRows().prod(0), float32, [3], 1, 1, 1),
        ["logsumexp of no rows"] = Outcome.Of(
            () => NoRows().logsumexp(0), float32, [3], double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity),
        ["max in no rows"] = Outcome.Of(() => NoRows().max(1).values, float32, [0]),
        ["amin in no rows"] = Outcome.Of(() => NoRows().amin(1), float32, [0]),
        ["cumsum"] = Outcome.Of(() => None().cumsum(0), float32, [0]),
        ["sort"] = Outcome.Of(() => None().sort().Values, float32, [0]),
        ["topk of 0"] = Outcome.Of(() => None().topk(0).values, float32, [0]),
        ["softmax"] = Outcome.Of(() => None().softmax(0), float32, [0]),
        ["unique"] = Outcome.Of(() => None().unique().output, float32, [0]),
        ["nonzero"] = Outcome.Of(() => None().nonzero(), int64, [0, 1]),
        ["cat with a table"] = Outcome.Of(() => cat([None(), ones(2, 2)]), float32, [2, 2], 1, 1, 1, 1),
        ["product over no terms"] = Outcome.Of(() => zeros(2, 0).mm(zeros(0, 2)), float32, [2, 2], 0, 0, 0, 0),
        ["batch of no matrices"] = Outcome.Of(() => zeros(0, 2, 2).bmm(zeros(0, 2, 2)), float32, [0, 2, 2]),
        ["max"] = Outcome.Fails(() => None().max(), "max(): Expected reduction dim to be specified for input.numel() == 0"),
        ["min"] = Outcome.Fails(() => NoRows().min(), "min(): Expected reduction dim to be specified for input.numel() == 0"),
        ["argmax"] =
            Outcome.Fails(() => None().argmax(), "argmax(): Expected reduction dim"),
        ["amax of no rows"] = Outcome.Fails(() => NoRows().amax(0), "amax(): Expected reduction dim 0 to have non-zero size"),
        ["max of no rows"] =
            Outcome.Fails(() => NoRows().max(0).values, "max(): Expected reduction dim 0 to have non-zero size"),
        ["argmax of no rows"] =
            Outcome.Fails(() => NoRows().argmax(0), "argmax(): Expected reduction dim 0 to have non-zero size"),
        ["kthvalue"] =
            Outcome.Fails(() => None().kthvalue(1, 0).values, "kthvalue()"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tensor_without_elements_is_treated_as_by_PyTorch(string name) => Cases[name].Verify();

    private static Tensor None() => zeros(0);

    private static Tensor NoRows() => zeros(0, 3);
}
