using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>eˣ.</summary>
internal readonly struct Exp : IFunction
{
    public static string Name => "ExpBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<ExpFunction, T>(x);

    // d eˣ/dx = y
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * y;

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * y;
}

/// <summary>2ˣ.</summary>
internal readonly struct Exp2 : IFunction
{
    public static string Name => "Exp2Backward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<Exp2Function, T>(x);

    // d 2ˣ/dx = y·log 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * y * Number<T>(Math.Log(2));

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * y * Math.Log(2);
}

/// <summary>eˣ - 1.</summary>
internal readonly struct Expm1 : IFunction
{
    public static string Name => "Expm1Backward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<Expm1Function, T>(x);

    // d(eˣ - 1)/dx = y + 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (y + Vector256<T>.One);

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * (y + 1);
}

/// <summary>log x.</summary>
internal readonly struct Log : IFunction
{
    public static string Name => "LogBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<LogFunction, T>(x);

    // d log x/dx = 1/x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / x;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / x;
}

/// <summary>log(1 + x).</summary>
internal readonly struct Log1p : IFunction
{
    public static string Name => "Log1PBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<Log1pFunction, T>(x);

    // d log(1 + x)/dx = 1/(1 + x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / (x + Vector256<T>.One);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / (x + 1);
}

/// <summary>log₂ x.</summary>
internal readonly struct Log2 : IFunction
{
    public static string Name => "Log2Backward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<Log2Function, T>(x);

    // d log₂ x/dx = 1/(x·log 2)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / (x * Number<T>(Math.Log(2)));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / (x * Math.Log(2));
}

/// <summary>log₁₀ x.</summary>
internal readonly struct Log10 : IFunction
{
    public static string Name => "Log10Backward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<Log10Function, T>(x);

    // d log₁₀ x/dx = 1/(x·log 10)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / (x * Number<T>(Math.Log(10)));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / (x * Math.Log(10));
}
