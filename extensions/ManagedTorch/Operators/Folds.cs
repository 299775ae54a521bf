using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How many numbers become one: a sum, a product, the largest.</summary>
internal unsafe interface IFold
{
    /// <summary>Whether it takes the two floating types only.</summary>
    static abstract bool IsFloatingOnly { get; }

    /// <summary>The result for no numbers.</summary>
    static abstract double OfNone { get; }

    /// <summary>y[o, i] = fold of x[o, 0 …, i], with x [outer, length, inner]; length > 0.</summary>
    static abstract void Run<T>(T* x, T* y, long outer, long length, long inner) where T : unmanaged, INumber<T>;
}

/// <summary>Folds tensors over axes. Not recorded.</summary>
/// <remarks>
/// Neighbouring axes that are folded, or kept, count as one. Then each run of folded axes is a middle axis of [outer, length,
/// inner], and one pass through memory folds it, the last run first: nothing is permuted or copied unless the tensor has gaps.
/// </remarks>
internal static unsafe class Folds
{
    /// <summary>Folds the marked axes, which keep size 1.</summary>
    public static Tensor Over<TFold>(Tensor x, bool[] reduced) where TFold : struct, IFold
    {
        if (x.IsContiguous)
        {
            return OverContiguous<TFold>(x, reduced);
        }
        // A permuted tensor without gaps is folded as it lies in memory; only its small result is permuted.
        int[] order = [.. Enumerable.Range(0, x.Sizes.Length).OrderByDescending(d => x.Strides[d])];
        using IDisposable off = Autograd.GradMode.Set(false);
        Tensor lying = Views.Permute(x, Array.ConvertAll(order, d => (long)d));
        if (!lying.IsContiguous)
        {
            return OverContiguous<TFold>(Copies.Contiguous(x), reduced);
        }
        Tensor y = OverContiguous<TFold>(lying, Array.ConvertAll(order, d => reduced[d]));
        var back = new long[order.Length];
        for (int d = 0; d < order.Length; d++)
        {
            back[order[d]] = d;
        }
        Tensor permuted = Views.Permute(y, back);
        return permuted.IsContiguous ? permuted.detach() : Copies.Contiguous(permuted);
    }

    private static Tensor OverContiguous<TFold>(Tensor x, bool[] reduced) where TFold : struct, IFold
    {
        Tensor y = Tensor.Empty(Reductions.KeptSizes(x.Sizes, reduced), x.dtype);
        if (x.Elements == 0)
        {
            Copies.Fill(y, TFold.OfNone);
            return y;
        }
        Span<long> runs = stackalloc long[x.Sizes.Length + 1];
        Span<bool> folded = stackalloc bool[x.Sizes.Length + 1];
        int count = 0;
        for (int d = 0; d < x.Sizes.Length; d++)
        {
            if (x.Sizes[d] == 1)
            {
                continue;
            }
            if (count > 0 && folded[count - 1] == reduced[d])
            {
                runs[count - 1] *= x.Sizes[d];
            }
            else
            {
                (runs[count], folded[count]) = (x.Sizes[d], reduced[d]);
                count++;
            }
        }
        if (!folded[..count].Contains(true))
        {
            long bytes = x.Elements * ElementType.Bytes(x.dtype);
            Buffer.MemoryCopy(x.Pointer, y.Pointer, bytes, bytes);
            return y;
        }
        Tensor source = x;
        long inner = 1;
        for (int last = count - 1; last >= 0; last--)
        {
            if (!folded[last])
            {
                inner *= runs[last];
                continue;
            }
            long outer = Shape.Elements(runs[..last]);
            Tensor into = folded[..last].Contains(true) ? Tensor.Empty([outer * inner], x.dtype) : y;
            Pass<TFold>(source, into, outer, runs[last], inner);
            source = into;
        }
        return y;
    }

    private static void Pass<TFold>(Tensor x, Tensor y, long outer, long length, long inner) where TFold : struct, IFold
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: TFold.Run(x.Data<float>(), y.Data<float>(), outer, length, inner); break;
            case ScalarType.Float64: TFold.Run(x.Data<double>(), y.Data<double>(), outer, length, inner); break;
            case ScalarType.Int64 when !TFold.IsFloatingOnly:
                TFold.Run(x.Data<long>(), y.Data<long>(), outer, length, inner);
                break;
            case ScalarType.Int32 when !TFold.IsFloatingOnly:
                TFold.Run(x.Data<int>(), y.Data<int>(), outer, length, inner);
                break;
            case ScalarType.Byte or ScalarType.Bool when !TFold.IsFloatingOnly:
                TFold.Run(x.Data<byte>(), y.Data<byte>(), outer, length, inner);
                break;
            default: throw ElementType.Missing(x.dtype);
        }
    }
}

/// <summary>One step of a fold of whole numbers and others without a kernel of its own.</summary>
internal interface IFoldStep
{
    static abstract T Next<T>(T folded, T x) where T : unmanaged, INumber<T>;

    /// <summary>The same for each lane.</summary>
    static abstract Vector256<T> Next<T>(Vector256<T> folded, Vector256<T> x) where T : unmanaged, INumber<T>;
}

/// <summary>Runs fold steps over [outer, length, inner], pieces of outer × inner shared among threads.</summary>
internal static unsafe class FoldLoop
{
    private const int Tile = 256;

    public static void Run<TStep, T>(T* x, T* y, long outer, long length, long inner)
        where TStep : struct, IFoldStep
        where T : unmanaged, INumber<T>
    {
        long tiles = (inner + Tile - 1) / Tile;
        RowWork.For(outer * tiles, length * Math.Min(inner, Tile), new Piece<TStep, T>(x, y, length, inner, tiles));
    }

    private readonly struct Piece<TStep, T>(T* x, T* y, long length, long inner, long tiles) : IRowWork
        where TStep : struct, IFoldStep
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long piece)
        {
            long o = piece / tiles, first = piece % tiles * Tile, end = Math.Min(first + Tile, inner);
            T* from = x + o * length * inner, to = y + o * inner;
            for (long i = first; i < end; i++)
            {
                to[i] = from[i];
            }
            for (long j = 1; j < length; j++)
            {
                T* row = from + j * inner;
                long i = first;
                for (; i <= end - Vector256<T>.Count; i += Vector256<T>.Count)
                {
                    TStep.Next(Vector256.Load(to + i), Vector256.Load(row + i)).Store(to + i);
                }
                for (; i < end; i++)
                {
                    to[i] = TStep.Next(to[i], row[i]);
                }
            }
        }
    }
}
