using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Elements as nested .NET lists.</summary>
internal static class NestedLists
{
    /// <summary>A number for a tensor without axes, else a list with one entry for each place on the first axis.</summary>
    public static object Of(Tensor x)
    {
        if (x.Sizes.Length == 0)
        {
            return x.dtype switch
            {
                ScalarType.Float32 => x.item<float>(),
                ScalarType.Float64 => x.item<double>(),
                ScalarType.Int64 => x.item<long>(),
                ScalarType.Int32 => x.item<int>(),
                ScalarType.Byte => x.item<byte>(),
                ScalarType.Bool => x.item<bool>(),
                ScalarType.ComplexFloat32 => x.item<(float, float)>(),
                ScalarType.ComplexFloat64 => x.item<System.Numerics.Complex>(),
                _ => throw ElementType.Missing(x.dtype),
            };
        }
        var list = new List<object>();
        for (long i = 0; i < x.Sizes[0]; i++)
        {
            using Tensor part = Views.Select(x.detach(), 0, i);
            list.Add(Of(part));
        }
        return list;
    }
}
