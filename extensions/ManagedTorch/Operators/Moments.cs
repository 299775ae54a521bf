using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Variance and standard deviation over axes.</summary>
internal static unsafe class Moments
{
    /// <summary>Σ(x - mean)²/(n - 1), or /n; over all axes if none is named.</summary>
    public static Tensor Variance(Tensor x, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type = null)
    {
        Tensor source = Source(x, type, "var");
        bool[] reduced = Reductions.Axes(source, dims);
        Tensor y = Value(source, reduced, unbiased);
        long[] kept = y.Sizes;
        double scale = 2 / Divisor(source, reduced, unbiased);
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        // dx = 2(x - mean)/(n - 1)·dy
        return !Tape.Needs(source) ? result : Tape.Record(result, "VarBackward0", [source], [source], (dy, node) =>
            [Reductions.WithAxes(dy, kept) * scale * Deviations(node[0], reduced)]);
    }

    /// <summary>The root of <see cref="Variance"/>.</summary>
    public static Tensor Deviation(Tensor x, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type = null)
    {
        Tensor source = Source(x, type, "std");
        bool[] reduced = Reductions.Axes(source, dims);
        Tensor y = Value(source, reduced, unbiased);
        Pointwise.MapInto<RootFormula>(y, y);
        long[] kept = y.Sizes;
        double scale = 1 / Divisor(source, reduced, unbiased);
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        // dx = (x - mean)/((n - 1)·y)·dy; 0 where all are equal
        return !Tape.Needs(source) ? result : Tape.Record(result, "StdBackward0", [source], [source, result], (dy, node) =>
        {
            Tensor slope = Selection.Where(Comparisons.Compare<Equal>(node[1], 0), 0, dy / node[1]);
            return [Reductions.WithAxes(slope, kept) * scale * Deviations(node[0], reduced)];
        });
    }

    private static Tensor Source(Tensor x, ScalarType? type, string name)
    {
        Tensor source = type is { } wanted ? Copies.To(x, wanted) : x;
        return ElementType.IsFloating(source.dtype) ? source : throw new ArgumentException(
            $"{name} only supports tensors of floating point dtypes, found {ElementType.Name(source.dtype)}");
    }

    private static Tensor Deviations(Tensor x, bool[] reduced) => x - Reductions.Mean(x, AxesOf(reduced), keepdim: true);

    private static long[] AxesOf(bool[] reduced)
    {
        var axes = new List<long>();
        for (int d = 0; d < reduced.Length; d++)
        {
            if (reduced[d])
            {
                axes.Add(d);
            }
        }
        return [.. axes];
    }

    private static double Divisor(Tensor x, bool[] reduced, bool unbiased) =>
        Math.Max(0, Reductions.Count(x, reduced) - (unbiased ? 1 : 0));

    private static Tensor Value(Tensor x, bool[] reduced, bool unbiased)
    {
        using IDisposable off = GradMode.Set(false);
        double divisor = Divisor(x, reduced, unbiased);
        Tensor y;
        if (TryRows(x, reduced, out long rows, out long length))
        {
            y = Tensor.Empty(Reductions.KeptSizes(x.Sizes, reduced), x.dtype);
            if (x.dtype == ScalarType.Float32)
            {
                RowWork.For(rows, length, new RowVariance<float>(x.Data<float>(), y.Data<float>(), length, divisor));
            }
            else
            {
                RowWork.For(rows, length, new RowVariance<double>(x.Data<double>(), y.Data<double>(), length, divisor));
            }
            return y;
        }
        using Tensor mean = AxesOf(reduced) is { Length: > 0 } axes ? Reductions.Mean(x, axes, keepdim: true)
            : Copies.Contiguous(x);
        using Tensor squares = Pointwise.Map2<SquaredDifference>(x, mean, "var");
        y = Folds.Over<SumFold>(squares, reduced);
        Arithmetic.NumericInto<Over>(y, y, Creation.Full([], divisor, y.dtype));
        return y;
    }

    // Rows that lie in memory one after the other.
    private static bool TryRows(Tensor x, bool[] reduced, out long rows, out long length)
    {
        (rows, length) = (1, 1);
        if (!x.IsContiguous || x.Elements == 0)
        {
            return false;
        }
        for (int d = 0; d < reduced.Length; d++)
        {
            if (reduced[d])
            {
                length *= x.Sizes[d];
            }
            else if (x.Sizes[d] != 1 && length != 1)
            {
                return false;
            }
            else
            {
                rows *= x.Sizes[d];
            }
        }
        return true;
    }

    private readonly struct RowVariance<T>(T* x, T* y, long length, double divisor) : IRowWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row) =>
            y[row] = T.CreateTruncating(Reduction.Moments(x + row * length, length).SquaredDeviations / divisor);
    }

    private readonly struct SquaredDifference : IFormulaOfTwo
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> y, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => (x - y) * (x - y);
    }

    private readonly struct RootFormula : IFormula
    {
        public static Vector256<T> Of<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Sqrt(x);
    }
}
