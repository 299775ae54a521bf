using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;

namespace TorchSharp.Operators;

/// <summary>Powers of lanes: the vector formula for floats, one lane after the other for doubles.</summary>
internal static class LanePower
{
    /// <summary>xᵖ in each lane, with the special cases of IEEE 754.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> p) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return VectorMath.Pow(x.AsSingle(), p.AsSingle()).As<float, T>();
        }
        Vector256<double> a = x.AsDouble(), b = p.AsDouble();
        return Vector256.Create(Math.Pow(a[0], b[0]), Math.Pow(a[1], b[1]), Math.Pow(a[2], b[2]), Math.Pow(a[3], b[3]))
            .As<double, T>();
    }
}
