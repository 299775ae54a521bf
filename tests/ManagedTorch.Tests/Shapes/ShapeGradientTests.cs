using TorchSharp;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

/// <summary>First and second derivatives of what moves elements, against finite differences.</summary>
public sealed class ShapeGradientTests
{
    private static readonly Tensor Places = tensor(new long[,] { { 2, 0, 2, 1 }, { 1, 1, 0, 2 }, { 0, 2, 2, 2 } });

    private static readonly Dictionary<string, Func<Tensor, Tensor>> OfOne = new()
    {
        ["permute and reshape"] = x => x.permute(1, 0).reshape(2, 6),
        ["transpose"] = x => x.transpose(0, 1).contiguous(),
        ["expand"] = x => x.unsqueeze(1).expand(3, 2, 4).contiguous(),
        ["squeeze"] = x => x.unsqueeze(0).squeeze(),
        ["flatten"] = x => x.flatten(),
        ["select"] = x => x[1],
        ["slices"] = x => x[.., TensorIndex.Slice(1, null, 2)],
        ["diagonal"] = x => x.diagonal(1),
        ["unfold overlapping"] = x => x.unfold(1, 3, 1),
        ["as_strided overlapping"] = x => x.as_strided([5, 3], [2, 1], 1),
        ["repeat"] = x => x.repeat(2, 3),
        ["repeat_interleave"] = x => x.repeat_interleave(tensor(new long[] { 2, 0, 1 }), 0),
        ["flip"] = x => x.flip(0, 1),
        ["roll"] = x => x.roll([1, -2], [0, 1]),
        ["rot90"] = x => x.rot90(),
        ["tril"] = x => x.tril(),
        ["triu"] = x => x.triu(1),
        ["diag"] = x => x.diag(1).diag(),
        ["diag_embed"] = x => x.diag_embed(-1),
        ["pad"] = x => Borders.Apply(x, [1, -1, 2, 0], PaddingModes.Constant, 3),
        ["pad reflect"] = x => Borders.Apply(x, [2, 1, 1, 2], PaddingModes.Reflect, 0),
        ["pad replicate"] = x => Borders.Apply(x, [2, 1, 1, 2], PaddingModes.Replicate, 0),
        ["pad circular"] = x => Borders.Apply(x, [2, 1, 1, 2], PaddingModes.Circular, 0),
        ["index twice"] = x => x[tensor(new long[] { 2, 0, 2 })],
        ["index two"] = x => x[tensor(new long[] { 2, 0, 2 }), tensor(new long[] { 1, 3, 1 })],
        ["index of a transposed"] = x => x.T[tensor(new long[] { 3, 0 })],
        ["mask"] = x => x[Places > 1],
        ["masked_select"] = x => x.masked_select(Places > 1),
        ["gather"] = x => x.gather(0, Places),
        ["index_select"] = x => x.index_select(1, tensor(new long[] { 3, 0, 3 })),
        ["index_fill"] = x => x.index_fill(0, tensor(new long[] { 1 }), 2),
        ["take"] = x => x.take(tensor(new long[] { 5, -1, 5 })),
        ["take_along_dim"] = x => x.take_along_dim(tensor(new long[,] { { 1 }, { 0 }, { 3 } }), 1),
        ["sort"] = x => x.sort(0).Values,
        ["topk"] = x => x.topk(2).values,
        ["kthvalue"] = x => x.kthvalue(2, 0).values,
        ["cummax"] = x => x.cummax(1).values,
        ["embedding"] = x => IndexedAxis.Embedding(x, tensor(new long[,] { { 1, 2 }, { 2, 2 } })),
        ["imag"] = x => complex(x, x * x).imag * 2,
        ["view_as_real"] = x => view_as_complex(x.reshape(3, 2, 2)).view_as_real(),
        ["change of a slice in place"] = x => Changed(x * 2, y => y[1] = y[0].clone() * y[2].clone()),
        ["change by a mask in place"] = x => Changed(x * 2, y => y[Places > 1] = 0.0),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> OfTwo = new()
    {
        ["cat"] = (a, b) => cat([a, b, a], 1),
        ["stack"] = (a, b) => stack([a, b], 1),
        ["meshgrid"] = (a, b) => meshgrid([a.flatten(), b.flatten()])[1] * meshgrid([a.flatten(), b.flatten()])[0],
        ["kron"] = (a, b) => kron(a, b),
        ["scatter"] = (a, b) => a.scatter(0, Places[..1], b),
        ["scatter_add"] = (a, b) => a.scatter_add(0, Places, b),
        ["index_add"] = (a, b) => a.index_add(0, tensor(new long[] { 2, 2, 0 }), b, 3),
        ["index_copy"] = (a, b) => a.index_copy(0, tensor(new long[] { 2, 1, 0 }), b),
        ["index_put"] = (a, b) => Changed(a * 1, y => y[tensor(new long[] { 2, 0 })] = b[0]),
        ["index_put accumulate"] = (a, b) =>
            Changed(a * 1, y => y.index_put_(b[..2], [tensor(new long[] { 2, 2 })], accumulate: true)),
        ["masked_scatter"] = (a, b) => a.masked_scatter(Places > 1, b),
        ["assignment to a range"] = (a, b) => Changed(a * 1, y => y[.., 1..3] = b[.., 2..] * 2),
    };

    public static TheoryData<string> NamesOfOne => [.. OfOne.Keys];

    public static TheoryData<string> NamesOfTwo => [.. OfTwo.Keys];

    [Theory]
    [MemberData(nameof(NamesOfOne))]
    public void The_derivative_of_a_move_is_that_of_its_finite_difference(string name) =>
        GradientCheck.VerifyTwice(x => OfOne[name](x[0] * x[0]), GradientCheck.Random(3, 3, 4));

    [Theory]
    [MemberData(nameof(NamesOfTwo))]
    public void The_derivative_of_a_join_is_that_of_its_finite_difference(string name) =>
        GradientCheck.VerifyTwice(
            x => OfTwo[name](x[0] * x[1], x[1]),
            GradientCheck.Random(4, 3, 4), GradientCheck.Random(5, 3, 4));

    [Fact]
    public void The_padding_row_of_an_embedding_gets_no_gradient()
    {
        Tensor table = GradientCheck.Random(1, 3, 2);
        Reductions.Sum(IndexedAxis.Embedding(table, tensor(new long[] { 0, 1, 1 }), padding: 1), [], false).backward();
        Assert.Equal([1, 1, 0, 0, 0, 0], table.grad!.data<double>().ToArray());
    }

    private static Tensor Changed(Tensor y, Action<Tensor> change)
    {
        change(y);
        return y;
    }
}
