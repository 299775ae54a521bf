using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Operators;

/// <summary>Rounding of each lane, for both floating types; .NET has them for each type apart.</summary>
internal static class LaneRounding
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Floor<T>(Vector256<T> x) where T : unmanaged => typeof(T) == typeof(float)
        ? Vector256.Floor(x.AsSingle()).As<float, T>()
        : Vector256.Floor(x.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Ceiling<T>(Vector256<T> x) where T : unmanaged => typeof(T) == typeof(float)
        ? Vector256.Ceiling(x.AsSingle()).As<float, T>()
        : Vector256.Ceiling(x.AsDouble()).As<double, T>();

    /// <summary>To the nearest whole number, of two to the even one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Round<T>(Vector256<T> x) where T : unmanaged => typeof(T) == typeof(float)
        ? Vector256.Round(x.AsSingle()).As<float, T>()
        : Vector256.Round(x.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Truncate<T>(Vector256<T> x) where T : unmanaged => typeof(T) == typeof(float)
        ? Vector256.Truncate(x.AsSingle()).As<float, T>()
        : Vector256.Truncate(x.AsDouble()).As<double, T>();
}
