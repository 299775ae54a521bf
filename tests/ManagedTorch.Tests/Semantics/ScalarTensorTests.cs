using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Answers of PyTorch 1.13 for tensors without axes: they often pass for vectors of one number, but not
/// everywhere.</summary>
public sealed class ScalarTensorTests
{
    private static readonly Dictionary<string, Outcome> Cases = new()
    {
        ["softmax"] = Outcome.Of(() => Three().softmax(0), float32, [], 1),
        ["log_softmax"] = Outcome.Of(() => Three().log_softmax(-1), float32, [], 0),
        ["logsumexp"] = Outcome.Of(() => Three().logsumexp(0), float32, [], 3),
        ["sort"] = Outcome.Of(() => Three().sort().Values, float32, [], 3),
        ["places of sort"] = Outcome.Of(() => Three().sort().Indices, int64, [], 0),
        ["argsort"] = Outcome.Of(() => Three().argsort(), int64, [], 0),
        ["topk"] = Outcome.Of(() => Three().topk(1).values, float32, [], 3),
        ["cumsum"] = Outcome.Of(() => Three().cumsum(0), float32, [], 3),
        ["cumprod"] = Outcome.Of(() => Three().cumprod(0), float32, [], 3),
        ["cummax"] = Outcome.Of(() => Three().cummax(0).values, float32, [], 3),
        ["max along 0"] = Outcome.Of(() => Three().max(0).values, float32, [], 3),
        ["argmax along 0"] = Outcome.Of(() => Three().argmax(0), int64, [], 0),
        ["sum along 0"] = Outcome.Of(() => Three().sum(0), float32, [], 3),
        ["sum that keeps the axis"] = Outcome.Of(() => Three().sum(0, keepdim: true), float32, [], 3),
        ["kthvalue"] = Outcome.Of(() => Three().kthvalue(1, 0).values, float32, [], 3),
        ["std"] = Outcome.Of(() => Three().std(), float32, [], double.NaN),
        ["flip"] = Outcome.Of(() => Three().flip(0), float32, [], 3),
        ["squeeze"] = Outcome.Of(() => Three().squeeze(0), float32, [], 3),
        ["index_select"] = Outcome.Of(() => Three().index_select(0, tensor(new long[] { 0 })), float32, [], 3),
        ["gather"] = Outcome.Of(() => Three().gather(0, tensor(0L)), float32, [], 3),
        ["nonzero"] = Outcome.Of(() => Three().nonzero(), int64, [1, 0]),
        ["unique"] = Outcome.Of(() => Three().unique().output, float32, [1], 3),
        ["masked_select"] = Outcome.Of(() => Three().masked_select(tensor(true)), float32, [1], 3),
        ["take"] = Outcome.Of(() => Three().take(tensor(new long[] { 0 })), float32, [1], 3),
        ["repeat"] = Outcome.Of(() => Three().repeat(2), float32, [2], 3, 3),
        ["expand"] = Outcome.Of(() => Three().expand(2), float32, [2], 3, 3),
        ["flatten"] = Outcome.Of(() => Three().flatten(), float32, [1], 3),
        ["t"] = Outcome.Of(() => Three().t(), float32, [], 3),
        ["transpose"] = Outcome.Of(() => Three().transpose(0, -1), float32, [], 3),
        ["stack"] = Outcome.Of(() => stack([Three(), Three()]), float32, [2], 3, 3),
        ["softmax along 1"] =
            Outcome.Fails(() => Three().softmax(1), "Dimension out of range (expected to be in range of [-1, 0], but got 1)"),
        ["topk of 2"] = Outcome.Fails(() => Three().topk(2).values, "selected index k out of range"),
        ["unbind"] = Outcome.Fails(() => Three().unbind()[0], "at least a 1-dimensional tensor"),
        ["select"] = Outcome.Fails(() => Three().select(0, 0), "select() cannot be applied to a 0-dim tensor."),
        ["narrow"] = Outcome.Fails(() => Three().narrow(0, 0, 1), "narrow() cannot be applied to a 0-dim tensor."),
        ["chunk"] = Outcome.Fails(() => Three().chunk(1)[0], "chunk expects at least a 1-dimensional tensor"),
        ["cat"] = Outcome.Fails(() => cat([Three(), Three()]), "zero-dimensional tensor (at position 0) cannot be concatenated"),
        ["matmul"] = Outcome.Fails(
            () => Three().matmul(Three()), "need to be at least 1D"),
        ["dot"] = Outcome.Fails(() => Three().dot(Three()), "1D tensors expected, but got 0D and 0D tensors"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tensor_without_axes_is_treated_as_by_PyTorch(string name) => Cases[name].Verify();

    private static Tensor Three() => tensor(3f);
}
