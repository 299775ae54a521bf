using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>sin x.</summary>
internal readonly struct Sin : IFunction
{
    public static string Name => "SinBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<SinFunction, T>(x);

    // d sin x/dx = cos x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Lanes.Apply<CosFunction, T>(x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Cos>(x);
}

/// <summary>cos x.</summary>
internal readonly struct Cos : IFunction
{
    public static string Name => "CosBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<CosFunction, T>(x);

    // d cos x/dx = -sin x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * -Lanes.Apply<SinFunction, T>(x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * -Function.Of<Sin>(x);
}

/// <summary>tan x.</summary>
internal readonly struct Tan : IFunction
{
    public static string Name => "TanBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<TanFunction, T>(x);

    // d tan x/dx = 1 + y²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (Vector256<T>.One + y * y);

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * (1 + y * y);
}

/// <summary>arcsin x.</summary>
internal readonly struct Asin : IFunction
{
    public static string Name => "AsinBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<AsinFunction, T>(x);

    // d arcsin x/dx = 1/√(1 - x²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / Vector256.Sqrt(Vector256<T>.One - x * x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Rsqrt>(1 - x * x);
}

/// <summary>arccos x.</summary>
internal readonly struct Acos : IFunction
{
    public static string Name => "AcosBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<AcosFunction, T>(x);

    // d arccos x/dx = -1/√(1 - x²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        -dy / Vector256.Sqrt(Vector256<T>.One - x * x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => -dy * Function.Of<Rsqrt>(1 - x * x);
}

/// <summary>arctan x.</summary>
internal readonly struct Atan : IFunction
{
    public static string Name => "AtanBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<AtanFunction, T>(x);

    // d arctan x/dx = 1/(1 + x²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / (Vector256<T>.One + x * x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / (1 + x * x);
}

/// <summary>sinh x.</summary>
internal readonly struct Sinh : IFunction
{
    public static string Name => "SinhBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<SinhFunction, T>(x);

    // d sinh x/dx = cosh x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Lanes.Apply<CoshFunction, T>(x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Cosh>(x);
}

/// <summary>cosh x.</summary>
internal readonly struct Cosh : IFunction
{
    public static string Name => "CoshBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<CoshFunction, T>(x);

    // d cosh x/dx = sinh x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Lanes.Apply<SinhFunction, T>(x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Sinh>(x);
}

/// <summary>tanh x.</summary>
internal readonly struct Tanh : IFunction
{
    public static string Name => "TanhBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<TanhFunction, T>(x);

    // d tanh x/dx = 1 - y²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (Vector256<T>.One - y * y);

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * (1 - y * y);
}

/// <summary>arsinh x.</summary>
internal readonly struct Asinh : IFunction
{
    public static string Name => "AsinhBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<AsinhFunction, T>(x);

    // d arsinh x/dx = 1/√(x² + 1)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / Vector256.Sqrt(x * x + Vector256<T>.One);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Rsqrt>(x * x + 1);
}

/// <summary>arcosh x.</summary>
internal readonly struct Acosh : IFunction
{
    public static string Name => "AcoshBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<AcoshFunction, T>(x);

    // d arcosh x/dx = 1/√(x² - 1)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / Vector256.Sqrt(x * x - Vector256<T>.One);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Rsqrt>(x * x - 1);
}

/// <summary>artanh x.</summary>
internal readonly struct Atanh : IFunction
{
    public static string Name => "AtanhBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<AtanhFunction, T>(x);

    // d artanh x/dx = 1/(1 - x²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / (Vector256<T>.One - x * x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / (1 - x * x);
}
