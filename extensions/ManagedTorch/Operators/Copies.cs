using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Copies, also into another layout or element type.</summary>
internal static unsafe class Copies
{
    /// <summary>A contiguous copy, recorded.</summary>
    public static Tensor Clone(Tensor x) =>
        Tape.Record(Contiguous(x), "CloneBackward0", [x], [], static (dy, _) => [dy]);

    /// <summary>The tensor itself if it is contiguous, otherwise a recorded copy.</summary>
    public static Tensor AsContiguous(Tensor x) => x.IsContiguous ? x : Clone(x);

    /// <summary>A contiguous copy, not recorded.</summary>
    public static Tensor Contiguous(Tensor x)
    {
        Tensor y = Tensor.EmptyLike(x);
        Into(y, x);
        return y;
    }

    /// <summary>A copy with given strides, not recorded.</summary>
    public static Tensor WithStrides(Tensor x, long[] strides)
    {
        Tensor y = Creation.ZerosWithStrides(x.Sizes, strides, x.dtype);
        Into(y, x);
        return y;
    }

    /// <summary>As <see cref="WithStrides"/>, recorded.</summary>
    public static Tensor InLayout(Tensor x, long[] strides) =>
        Tape.Record(WithStrides(x, strides), "CloneBackward0", [x], [], static (dy, _) => [dy]);

    /// <summary>Values in another element type, recorded; the tensor itself if it has that type.</summary>
    public static Tensor To(Tensor x, ScalarType dtype)
    {
        if (x.dtype == dtype)
        {
            return x;
        }
        Tensor y = Tensor.EmptyLike(x, dtype);
        Into(y, x);
        ScalarType from = x.dtype;
        return Tape.Record(y, "ToCopyBackward0", [x], [], (dy, _) => [To(dy, from)]);
    }

    /// <summary>A result, also written into a tensor that the caller gave for it; returns that one then.</summary>
    public static Tensor Out(Tensor result, Tensor? target) => target is null ? result : target.copy_(result);

    /// <summary>y = x, with broadcasting and conversion; not recorded. The two must not overlap in other than the same
    /// places.</summary>
    public static void Into(Tensor y, Tensor x)
    {
        if (y.dtype == x.dtype && y.IsContiguous && x.IsContiguous && x.Elements == y.Elements && y.Elements < 1 << 16)
        {
            long bytes = y.Elements * ElementType.Bytes(y.dtype);
            Buffer.MemoryCopy(x.Pointer, y.Pointer, bytes, bytes);
            return;
        }
        long[] strides = Shape.ExpandedStrides(x.Sizes, x.Strides, y.Sizes);    // throws if the shapes do not fit
        if (y.dtype == x.dtype)
        {
            ByType.Bits(y.dtype, new LayoutCopy(y, x, strides));
            return;
        }
        if (ElementType.IsComplex(y.dtype) || ElementType.IsComplex(x.dtype))
        {
            IntoComplex(y, x);
            return;
        }
        switch (y.dtype)
        {
            case ScalarType.Float32: From<float>(y, x); break;
            case ScalarType.Float64: From<double>(y, x); break;
            case ScalarType.Int64: From<long>(y, x); break;
            case ScalarType.Int32: From<int>(y, x); break;
            case ScalarType.Byte: From<byte>(y, x); break;
            case ScalarType.Bool: ToBool(y, x); break;
            default: throw ElementType.Missing(y.dtype);
        }
    }

    /// <summary>y += x where y may have any strides; not recorded.</summary>
    public static void AddIntoStrided(Tensor y, Tensor x) => Arithmetic.AddInto(y, x);

    /// <summary>The same value everywhere; not recorded.</summary>
    public static void Fill(Tensor y, Scalar value)
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: FillWith(y, (float)value.Real); break;
            case ScalarType.Float64: FillWith(y, value.Real); break;
            case ScalarType.Int64: FillWith(y, value.Whole); break;
            case ScalarType.Int32: FillWith(y, (int)value.Whole); break;
            case ScalarType.Byte: FillWith(y, (byte)value.Whole); break;
            case ScalarType.Bool: FillWith(y, value.Real != 0 || value.Complex.Imaginary != 0 ? (byte)1 : (byte)0); break;
            default:
                Fill(ComplexParts.Real(y), value.Complex.Real);
                Fill(ComplexParts.Imaginary(y), value.Complex.Imaginary);
                break;
        }
    }

    private static void FillWith<T>(Tensor y, T value) where T : unmanaged => new LoopPlan(y).Execute(new FillRun<T>(value));

    private static void From<TTo>(Tensor y, Tensor x) where TTo : unmanaged, INumberBase<TTo>
    {
        var plan = new LoopPlan(y, x);
        switch (x.dtype)
        {
            case ScalarType.Float32: plan.Execute(new CastRun<float, TTo>()); break;
            case ScalarType.Float64: plan.Execute(new CastRun<double, TTo>()); break;
            case ScalarType.Int64: plan.Execute(new CastRun<long, TTo>()); break;
            case ScalarType.Int32: plan.Execute(new CastRun<int, TTo>()); break;
            case ScalarType.Byte or ScalarType.Bool: plan.Execute(new CastRun<byte, TTo>()); break;
            default: throw ElementType.Missing(x.dtype);
        }
    }

    // Part by part; a real number has the imaginary part 0, and only the real part of a complex one becomes real, as in PyTorch.
    private static void IntoComplex(Tensor y, Tensor x)
    {
        bool fromComplex = ElementType.IsComplex(x.dtype);
        Tensor real = fromComplex ? ComplexParts.Real(x) : x;
        if (!ElementType.IsComplex(y.dtype))
        {
            Into(y, real);
            return;
        }
        Into(ComplexParts.Real(y), real);
        if (fromComplex)
        {
            Into(ComplexParts.Imaginary(y), ComplexParts.Imaginary(x));
        }
        else
        {
            Fill(ComplexParts.Imaginary(y), 0);
        }
    }

    private static void ToBool(Tensor y, Tensor x)
    {
        var plan = new LoopPlan(y, x);
        switch (x.dtype)
        {
            case ScalarType.Float32: plan.Execute(new IsNotZeroRun<float>()); break;
            case ScalarType.Float64: plan.Execute(new IsNotZeroRun<double>()); break;
            case ScalarType.Int64: plan.Execute(new IsNotZeroRun<long>()); break;
            case ScalarType.Int32: plan.Execute(new IsNotZeroRun<int>()); break;
            case ScalarType.Byte or ScalarType.Bool: plan.Execute(new IsNotZeroRun<byte>()); break;
            default: throw ElementType.Missing(x.dtype);
        }
    }

    private readonly struct FillRun<T>(T value) : IRun where T : unmanaged
    {
        public static (int Result, int A, int B, int C) ElementBytes => (sizeof(T), 0, 0, 0);

        public void Run(long n, byte* y0, long sy, byte* a, long sa, byte* b, long sb, byte* c, long sc)
        {
            T* y = (T*)y0;
            if (sy == 1 && n <= int.MaxValue)
            {
                new Span<T>(y, (int)n).Fill(value);
                return;
            }
            for (long i = 0; i < n; i++)
            {
                y[i * sy] = value;
            }
        }
    }

    private readonly struct CastRun<TFrom, TTo> : IRun
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        public static (int Result, int A, int B, int C) ElementBytes => (sizeof(TTo), sizeof(TFrom), 0, 0);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long n, byte* y0, long sy, byte* a0, long sa, byte* b, long sb, byte* c, long sc)
        {
            TTo* y = (TTo*)y0;
            TFrom* a = (TFrom*)a0;
            if (typeof(TFrom) == typeof(TTo) && sy == 1 && sa == 1)
            {
                Buffer.MemoryCopy(a, y, n * sizeof(TTo), n * sizeof(TTo));
                return;
            }
            for (long i = 0; i < n; i++)
            {
                y[i * sy] = Convert(a[i * sa]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TTo Convert(TFrom value)
        {
            if (typeof(TFrom) == typeof(TTo))
            {
                return (TTo)(object)value;
            }
            return TTo.CreateTruncating(value);
        }
    }

    private readonly struct IsNotZeroRun<T> : IRun where T : unmanaged, INumberBase<T>
    {
        public static (int Result, int A, int B, int C) ElementBytes => (1, sizeof(T), 0, 0);

        public void Run(long n, byte* y, long sy, byte* a0, long sa, byte* b, long sb, byte* c, long sc)
        {
            T* a = (T*)a0;
            for (long i = 0; i < n; i++)
            {
                y[i * sy] = T.IsZero(a[i * sa]) ? (byte)0 : (byte)1;
            }
        }
    }
}
