using ManagedTorch.Tests.Pointwise;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

[Collection(ThreadCountCollection.Name)]
public sealed class ThreadTests
{
    [Fact]
    public void The_number_of_threads_can_be_set_and_changes_no_product()
    {
        int before = get_num_threads();
        try
        {
            Tensor a = arange(120 * 90, float64).reshape(120, 90) / 100, b = a.t().contiguous();
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
            double[] alone = PyTorchCases.ValuesOf(a.mm(b));
            set_num_threads(3);
            Assert.Equal(3, get_num_threads());
            Assert.Equal(alone, PyTorchCases.ValuesOf(a.mm(b)));
            Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void Products_are_added_in_place()
    {
        Tensor a = tensor(new float[,] { { 1, 2 }, { 3, 4 } }), b = tensor(new float[,] { { 5, 6 }, { 7, 8 } });
        Tensor sum = ones(2, 2);
        Assert.Same(sum, sum.addmm_(a, b, beta: 2, alpha: 0.5f));     // 2·1 + ab/2
        Assert.Equal([11.5, 13, 23.5, 27], PyTorchCases.ValuesOf(sum));
        Tensor vector = zeros(2).addmv_(a, tensor(new[] { 1f, -1 }));
        Assert.Equal([-1.0, -1], PyTorchCases.ValuesOf(vector));
        Tensor outer = zeros(2, 2).addr_(vector, vector);
        Assert.Equal([1.0, 1, 1, 1], PyTorchCases.ValuesOf(outer));
        GradientCheck.Verify(x => (x[0] * 1).addmm_(x[1], x[2], 0.5f, 2f), GradientCheck.Random(1, 2, 2), GradientCheck.Random(2, 2, 3),
            GradientCheck.Random(3, 3, 2));
    }
}
