using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

[Collection(DefaultGeneratorCollection.Name)]
public sealed class CreationTests
{
    [Fact]
    public void The_same_seed_gives_PyTorchs_numbers()
    {
        manual_seed(0);
        Assert.Equal([1.5409961f, -0.2934289f, -2.1787894f, 0.56843126f, -1.0845224f], randn(5).data<float>().ToArray());
        manual_seed(0);
        Assert.Equal([0.4962566f, 0.7682218f, 0.08847743f, 0.13203049f, 0.30742282f], rand(5).data<float>().ToArray());
        manual_seed(0);
        Assert.Equal([-1.1258398f, -1.1523602f, -0.25057858f, -0.4338788f, 0.59883946f], randn(20).data<float>().ToArray()[..5]);
        manual_seed(0);
        Assert.Equal([4L, 1, 7, 5, 3, 9, 0, 8, 6, 2], randperm(10).data<long>().ToArray());
        manual_seed(0);
        Assert.Equal([44L, 39, 33, 60, 63, 79, 27, 3], randint(0, 100, [8L]).data<long>().ToArray());
        manual_seed(0);
        Assert.Equal([1f, 0, 1, 1, 1, 0, 1, 0, 1, 0], bernoulli(full(10, 0.5)).data<float>().ToArray());
        manual_seed(0);
        Assert.Equal([6L, 9, 7, 2, 8], multinomial(ones(10), 5).data<long>().ToArray());
        Assert.Equal(randn(3, generator: new Generator(0)).data<float>().ToArray(),
            randn(3, generator: new Generator(0)).data<float>().ToArray());
    }

    [Fact]
    public void Types_follow_the_NET_values()
    {
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal(ScalarType.Int32, tensor(1).dtype);
        Assert.Equal(ScalarType.Float32, tensor(1f).dtype);
        Assert.Equal(ScalarType.Bool, tensor(new[] { true, false }).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.1).dtype);
        Assert.Equal([2L, 3], tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], new float[] { 1, 2, 3, 4, 5, 6 }.ToTensor([3, 2]).data<float>().ToArray());
        Assert.Equal(ScalarType.Float32, (tensor(new long[] { 1, 2 }) * 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (tensor(new[] { 1f }) * tensor(2.0)).dtype);
        Assert.Equal(ScalarType.Float32, (tensor(new long[] { 4 }) / 2).dtype);
    }

    [Fact]
    public void Values_go_out_as_they_came_in()
    {
        double[,] values = { { 1.5, -2 }, { 0, 1e300 } };
        Assert.Equal(values, tensor(values).data<double>().ToNDArray());
        Tensor x = tensor(new[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        x.data<int>()[1, 2] = 60;
        Assert.Equal(60, x.data<int>()[5]);
        Assert.Equal(3.5f, tensor(3.5f).item<float>());
        Assert.Equal("Number of elements in the tensor must be 1, found 6 (shape [2, 3])",
            Assert.Throws<ArgumentException>(() => x.item<int>()).Message);
        Assert.Equal("Double is not compatible with Int32", Assert.Throws<ArgumentException>(() => x.data<double>()).Message);
        Assert.Equal([1f, 0, 0, 0, 1, 0], eye(2, 3).data<float>().ToArray());
        Assert.Equal([0.0, 0.25, 0.5, 0.75, 1], linspace(0, 1, 5, float64).data<double>().ToArray());
    }

    [Fact]
    public void A_span_into_a_tensor_outlives_the_tensor()
    {
        Span<byte> bytes = tensor(new[] { 1f, 2, 3 }).bytes;
        for (int i = 0; i < 200; i++)
        {
            _ = full(1 << 20, i);
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = full(3, 9f);
        Assert.Equal([1f, 2, 3], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes).ToArray());
    }

    [Fact]
    public void A_scope_disposes_what_was_made_in_it_and_not_moved_out()
    {
        Tensor inside, kept;
        using (DisposeScope scope = NewDisposeScope())
        {
            inside = ones(3);
            kept = (inside + 1f).MoveToOuterDisposeScope();
            Assert.Equal(1, scope.DisposablesCount);
        }
        Assert.True(inside.IsInvalid);
        Assert.Equal([2f, 2, 2], kept.data<float>().ToArray());
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => inside + 1f).Message);
    }
}
