using ManagedTorch.Tests.Pointwise;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>What PyTorch 1.13 answers: type, shape and numbers, or an error that contains a text.</summary>
internal sealed record Outcome(Func<Tensor> Compute, ScalarType Type, long[] Sizes, double[] Values, string? Error = null)
{
    internal static Outcome Of(Func<Tensor> compute, ScalarType type, long[] sizes, params double[] values) =>
        new(compute, type, sizes, values);

    internal static Outcome Fails(Func<Tensor> compute, string error) => new(compute, ScalarType.Float32, [], [], error);

    internal void Verify()
    {
        if (Error is not null)
        {
            Assert.Contains(Error, Assert.ThrowsAny<Exception>(Compute).Message);
            return;
        }
        Tensor y = Compute();
        Assert.Equal(Type, y.dtype);
        Assert.Equal(Shape.Text(Sizes), Shape.Text(y.shape));
        Assert.Equal(Values, PyTorchCases.ValuesOf(y));
    }
}
