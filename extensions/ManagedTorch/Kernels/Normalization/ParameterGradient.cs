using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Gradients of a normalisation's weights, which are summed in double precision.</summary>
internal static unsafe class ParameterGradient
{
    /// <summary>gradient[c] = sum, or += with <paramref name="add"/>; nothing if gradient is null.</summary>
    public static void Put<T>(T* gradient, long c, double sum, bool add) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (gradient != null)
        {
            gradient[c] = add ? gradient[c] + Lanes.FromDouble<T>(sum) : Lanes.FromDouble<T>(sum);
        }
    }
}
