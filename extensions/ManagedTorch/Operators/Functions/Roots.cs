using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>√x.</summary>
internal readonly struct Sqrt : IFunction
{
    public static string Name => "SqrtBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Sqrt(x);

    // d√x/dx = 1/2y
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy / (y + y);

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy / (y * 2);
}

/// <summary>1/√x.</summary>
internal readonly struct Rsqrt : IFunction
{
    public static string Name => "RsqrtBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.One / Vector256.Sqrt(x);

    // dx^(-½)/dx = -½ y³
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Number<T>(-0.5) * (y * y * y);

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * -0.5 * (y * y * y);
}

/// <summary>1/x.</summary>
internal readonly struct Reciprocal : IFunction
{
    public static string Name => "ReciprocalBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.One / x;

    // d(1/x)/dx = -y²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        -dy * (y * y);

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => -dy * (y * y);
}

/// <summary>x².</summary>
internal readonly struct Square : IFunction
{
    public static string Name => "PowBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * x;

    // dx²/dx = 2x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (x + x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * (x * 2);
}

/// <summary>x³.</summary>
internal readonly struct Cube : IFunction
{
    public static string Name => "PowBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * x * x;

    // dx³/dx = 3x²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (Number<T>(3) * (x * x));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * (Function.Of<Square>(x) * 3);
}

/// <summary>x to the power A.</summary>
internal readonly struct Power : IFunction
{
    public static string Name => "PowBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LanePower.Of(x, k.A);

    // dxᵃ/dx = a·xᵃ⁻¹
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (k.A * LanePower.Of(x, k.A - Vector256<T>.One));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * (Powers.Power(x, k.A - 1) * k.A);
}

/// <summary>A to the power x.</summary>
internal readonly struct PowerOf : IFunction
{
    public static string Name => "PowBackward1";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LanePower.Of(k.A, x);

    // daˣ/dx = y·log a (B); 0 for a = 0, where aˣ is constant
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.Equals(k.A, Vector256<T>.Zero), Vector256<T>.Zero, dy * (y * k.B));

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => k.A == 0 ? dy * 0 : dy * (y * k.B);
}
