using TorchSharp;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

/// <summary>Wrong shapes and indices are refused in PyTorch's words.</summary>
public sealed class ShapeErrorTests
{
    private static readonly Tensor X = zeros(2, 3);

    private static readonly (string Message, Func<object> Call)[] Mistakes =
    [
        ("Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list.",
            () => cat([X, zeros(2, 4)])),
        ("stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [2, 4] at entry 1",
            () => stack([X, zeros(2, 4)])),
        ("select(): index 5 out of range for tensor of size [2, 3] at dimension 0", () => X[5]),
        ("Dimension out of range (expected to be in range of [-2, 1], but got 5)", () => X.transpose(0, 5)),
        ("index 9 is out of bounds for dimension 1 with size 3", () => X.gather(1, tensor(new long[,] { { 9 } }))),
        ("index 9 is out of bounds for dimension 1 with size 3", () => X[tensor(new long[] { 0 }), tensor(new long[] { 9 })]),
        ("index out of range in self", () => IndexedAxis.Embedding(X, tensor(new long[] { 2 }))),
        ("The expanded size of the tensor (4) must match the existing size (2) at non-singleton dimension 0.  "
            + "Target sizes: [4, 3].  Tensor sizes: [2, 3]", () => X.expand(4, 3)),
        ("shape '[4, 2]' is invalid for input of size 6", () => X.view(4, 2)),
        ("shape '[4, 2]' is invalid for input of size 6", () => X.reshape(4, 2)),
        ("Use .reshape(...) instead", () => X.t().view(6)),
        ("too many indices for tensor of dimension 2", () => X[0, 0, 0]),
        ("The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0",
            () => X[zeros(3) > 0]),
        ("shape mismatch: value tensor of shape [5] cannot be broadcast to indexing result of shape [1, 3]",
            () => X.index_put_(zeros(5), tensor(new long[] { 0 }))),
        ("shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]",
            () => X[tensor(new long[] { 0, 1 }), tensor(new long[] { 0, 1, 2 })]),
        ("selected index k out of range", () => X.topk(4)),
        ("split_with_sizes expects split_sizes to sum exactly to 2", () => X.split([1, 2])),
        ("start (1) + length (3) exceeds dimension size (3)", () => X.narrow(1, 1, 3)),
        ("Padding size should be less than the corresponding input dimension",
            () => Borders.Apply(X, [3, 0], PaddingModes.Reflect, 0)),
        ("out of bounds for storage of 6", () => X.as_strided([4, 3], [2, 1])),
        ("Class values must be smaller than num_classes", () => Counting.OneHot(tensor(new long[] { 3 }), 3)),
        ("Device cuda is not there", () => X.cuda()),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Mistakes.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_mistake_is_named_with_what_was_found_and_expected(int number)
    {
        (string message, Func<object> call) = Mistakes[number];
        Exception error = Assert.ThrowsAny<Exception>(call);
        Assert.True(error is ArgumentException or NotSupportedException, error.GetType().Name);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_assignment_changes_nothing()
    {
        Tensor x = ones(4);
        Assert.ThrowsAny<ArgumentException>(() => x[tensor(new long[] { 0, 7 })] = 5f);
        Assert.Equal([1, 1, 1, 1], x.data<float>().ToArray());
    }

    [Fact]
    public void A_view_writes_through_and_a_copy_does_not()
    {
        Tensor x = zeros(2, 3);
        x[0, TensorIndex.Colon].fill_(1);
        x.T[2].add_(5);
        x[tensor(new long[] { 1 })].fill_(9);
        Assert.Equal([1, 1, 6, 0, 0, 5], x.data<float>().ToArray());
    }

    [Fact]
    public void A_complex_tensor_is_filled_in_both_parts_of_either_width()
    {
        foreach (ScalarType type in new[] { complex64, complex128 })
        {
            Tensor x = view_as_real(Creation.Full([3], new System.Numerics.Complex(1.5, -2), type)).to(float64);
            Assert.Equal([1.5, -2, 1.5, -2, 1.5, -2], x.data<double>().ToArray());
        }
    }

    [Fact]
    public void A_detached_result_is_a_leaf_and_a_view_refuses()
    {
        Tensor x = ones(3).requires_grad_();
        Tensor y = x * 2;
        Assert.Throws<InvalidOperationException>(() => y[0].detach_());
        Assert.True(y.detach_().is_leaf && !y.requires_grad);
    }
}
