using TorchSharp;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

public sealed class CoreTests
{
    private static Tensor Values(long[] sizes, params float[] values) => Creation.FromValues<float>(values, sizes);

    [Fact]
    public unsafe void Gradients_flow_through_products_sums_and_broadcasting()
    {
        Tensor a = Values([2, 3], 1, 2, 3, 4, 5, 6).requires_grad_();
        Tensor b = Values([3], 10, 20, 30).requires_grad_();
        Tensor y = Reductions.Sum(a * b + a / 2f, [], false);
        y.backward();
        Assert.Equal([10.5f, 20.5f, 30.5f, 10.5f, 20.5f, 30.5f], new Span<float>(a.grad!.Pointer, 6).ToArray());
        Assert.Equal([5f, 7f, 9f], new Span<float>(b.grad!.Pointer, 3).ToArray());
    }

    [Fact]
    public unsafe void The_gradient_of_a_linear_map_is_that_of_its_product()
    {
        Tensor x = Values([2, 3], 1, 2, 3, 4, 5, 6).requires_grad_();
        Tensor w = Values([2, 3], 1, 0, -1, 2, 1, 0).requires_grad_();
        Tensor bias = Values([2], 0.5f, -0.5f).requires_grad_();
        Tensor y = MatrixProducts.Linear(x, w, bias);
        Assert.Equal([-1.5f, 3.5f, -1.5f, 12.5f], new Span<float>(y.Pointer, 4).ToArray());
        Reductions.Sum(y * y, [], false).backward();
        Assert.Equal([-3 + 14f, 7, 3, -3 + 50, 25, 3], new Span<float>(x.grad!.Pointer, 6).ToArray());
        Assert.Equal([-6f, 32f], new Span<float>(bias.grad!.Pointer, 2).ToArray());
    }

    [Fact]
    public unsafe void A_change_of_a_view_in_place_reaches_the_gradient_of_its_base()
    {
        Tensor x = Values([3], 1, 2, 3).requires_grad_();
        Tensor y = x * 2f;
        Tensor part = Views.Slice(y, 0, 1, 2, 1);
        part.copy_(Values([2], 7, 8));
        Reductions.Sum(y * y, [], false).backward();
        Assert.Equal([8f, 0, 0], new Span<float>(x.grad!.Pointer, 3).ToArray());
    }

    [Fact]
    public void A_second_backward_pass_needs_the_graph_kept()
    {
        Tensor x = Values([1], 3).requires_grad_();
        Tensor y = x * x;
        y.backward();
        Assert.Contains("a second time", Assert.Throws<InvalidOperationException>(y.backward).Message);
    }

    [Fact]
    public unsafe void The_derivative_of_a_derivative_is_recorded_on_demand()
    {
        Tensor x = Values([1], 3).requires_grad_();
        Tensor y = x * x * x;
        Tensor first = TorchSharp.Autograd.Engine.Gradients([y], null, true, true, [x])[0]!;
        Tensor second = TorchSharp.Autograd.Engine.Gradients([first], null, false, false, [x])[0]!;
        Assert.Equal((27f, 18f), (first.Data<float>()[0], second.Data<float>()[0]));
    }

    [Fact]
    public unsafe void Nothing_is_corrupted_when_nobody_disposes()
    {
        Tensor kept = Values([4], 1, 2, 3, 4);
        for (int i = 0; i < 3000; i++)
        {
            Tensor big = Creation.Full([1 << 18], i, ScalarType.Float32) + 1f;
            Assert.Equal(i + 1f, big.Data<float>()[i]);
        }
        Assert.Equal([1f, 2, 3, 4], new Span<float>(kept.Pointer, 4).ToArray());
        Assert.True(TorchSharp.Tensors.StoragePool.RentedBytes < 1L << 30);
    }
}
