using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Scaled dot-product attention: weights = softmax(scale·Q·Kᵀ + mask), y = dropout(weights)·V, for each sequence and
/// head.</summary>
/// <remarks>
/// A thread takes one pair of sequence and head after the other; a pair's scores stay in the cache from the first product to the
/// last. Queries, keys and values are read where they lie, so that packed projections need no copies.
/// </remarks>
internal static unsafe class Attention
{
    private const long Grain = 100_000;    // multiplications

    /// <summary>Fills weights (pairs, L, <see cref="AttentionShape.Row"/>), before dropout, and y.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="q">Queries.</param>
    /// <param name="k">Keys.</param>
    /// <param name="v">Values.</param>
    /// <param name="mask">Added to the scores.</param> <param name="dropout">Which weights are dropped.</param>
    /// <param name="scale">Factor of the scores.</param>
    /// <param name="weights">For the backward pass.</param>
    /// <param name="y">The results.</param>
    public static void Forward<T>(AttentionShape shape, HeadView<T> q, HeadView<T> k, HeadView<T> v, ScoreMask<T> mask,
        WeightDropout<T> dropout, T scale, T* weights, HeadView<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int parts = Parts(shape);
        Workers.For(parts, new ForwardWork<T>(shape, q, k, v, mask, dropout, scale, weights, y, parts));
    }

    /// <summary>Fills dq, dk and dv; and dScores (pairs, L, Row), the gradient of the mask, unless null.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="q">Queries.</param>
    /// <param name="k">Keys.</param>
    /// <param name="v">Values.</param>
    /// <param name="dropout">As forward.</param>
    /// <param name="scale">As forward.</param>
    /// <param name="weights">From the forward pass.</param>
    /// <param name="dy">Gradient of y.</param>
    /// <param name="dAverage">Gradient (N, L, S) of the weights averaged over heads; null for none.</param>
    /// <param name="dq">Result.</param>
    /// <param name="dk">Result.</param>
    /// <param name="dv">Result.</param>
    /// <param name="dScores">Result.</param>
    public static void Backward<T>(AttentionShape shape, HeadView<T> q, HeadView<T> k, HeadView<T> v, WeightDropout<T> dropout,
        T scale,
        T* weights, HeadView<T> dy, T* dAverage, HeadView<T> dq, HeadView<T> dk, HeadView<T> dv, T* dScores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int parts = Parts(shape);
        Workers.For(parts, new BackwardWork<T>(shape, q, k, v, dropout, scale, weights, dy, dAverage, dq, dk, dv, dScores,
            parts));
    }

    /// <summary>average[n, l, s] = the mean over heads of the weights after dropout.</summary>
    public static void Average<T>(AttentionShape shape, T* weights, WeightDropout<T> dropout, T* average)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T share = T.One / T.CreateTruncating(shape.Heads);
        for (int pair = 0; pair < shape.Pairs; pair++)
        {
            for (int query = 0; query < shape.Queries; query++)
            {
                T* from = weights + pair * shape.Block + query * shape.Row;
                T* to = average + ((nint)(pair / shape.Heads) * shape.Queries + query) * shape.Keys;
                byte* kept = dropout.IsNone ? null : dropout.At(shape, pair, query);
                for (int key = 0; key < shape.Keys; key++)
                {
                    T weight = from[key] * share * (kept == null ? T.One : T.CreateTruncating(kept[key]) * dropout.Scale);
                    to[key] = pair % shape.Heads == 0 ? weight : to[key] + weight;
                }
            }
        }
    }

    private static int Parts(AttentionShape shape)
    {
        long work = Math.Max(1, (long)shape.Queries * shape.Keys * (shape.Width + shape.ValueWidth));
        return Math.Min(shape.Pairs, Workers.PartsFor(shape.Pairs, Math.Max(1, Grain / work)));
    }

    private readonly struct ForwardWork<T>(AttentionShape shape, HeadView<T> q, HeadView<T> k, HeadView<T> v, ScoreMask<T> mask,
        WeightDropout<T> dropout, T scale, T* weights, HeadView<T> y, int parts) : IWork
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            T* dropped = dropout.IsNone ? null : Scratch.Rent<T>(ScratchUse.Source, shape.Block);
            (long first, long end) = Workers.Range(shape.Pairs, parts, part);
            for (int pair = (int)first; pair < end; pair++)
            {
                T* scores = weights + pair * shape.Block;
                T* queries = q.At(pair, shape.Heads), keys = k.At(pair, shape.Heads), values = v.At(pair, shape.Heads);
                Gemm.Multiply(
                    shape.Queries, shape.Keys, shape.Width, queries, q.Row, 1, keys, 1, k.Row, scores, shape.Row, T.Zero);
                for (int query = 0; query < shape.Queries; query++)
                {
                    T* row = scores + query * shape.Row;
                    if (!mask.IsNone)
                    {
                        AddMask(row, mask.At(pair, shape.Heads, query), mask.Column, shape.Keys, T.One / scale);
                    }
                    Softmax(row, shape.Keys, shape.Row, scale);
                    if (dropped != null)
                    {
                        Drop(row, dropout.At(shape, pair, query), dropout.Scale, dropped + query * shape.Row, shape.Row);
                    }
                }
                T* kept = dropped == null ? scores : dropped;
                Gemm.Multiply(
                    shape.Queries, shape.ValueWidth, shape.Keys, kept, shape.Row, 1, values, v.Row, 1,
                    y.At(pair, shape.Heads), y.Row,
                    T.Zero);
            }
        }
    }

    private readonly struct BackwardWork<T>(AttentionShape shape, HeadView<T> q, HeadView<T> k, HeadView<T> v,
        WeightDropout<T> dropout, T scale,
        T* weights, HeadView<T> dy, T* dAverage, HeadView<T> dq, HeadView<T> dk, HeadView<T> dv, T* dScores, int parts) : IWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            T* dropped = dropout.IsNone ? null : Scratch.Rent<T>(ScratchUse.Source, shape.Block);
            T* gradient = Scratch.Rent<T>(ScratchUse.Target, shape.Block);
            (long first, long end) = Workers.Range(shape.Pairs, parts, part);
            for (int pair = (int)first; pair < end; pair++)
            {
                T* weight = weights + pair * shape.Block;
                T* dyOfPair = dy.At(pair, shape.Heads);
                T* queries = q.At(pair, shape.Heads), keys = k.At(pair, shape.Heads), values = v.At(pair, shape.Heads);
                Gemm.Multiply(
                    shape.Queries, shape.Keys, shape.ValueWidth, dyOfPair, dy.Row, 1, values, 1, v.Row, gradient,
                        shape.Row, T.Zero);
                for (int query = 0; query < shape.Queries; query++)
                {
                    T* row = gradient + query * shape.Row, p = weight + query * shape.Row;
                    new Span<T>(row + shape.Keys, (int)shape.Row - shape.Keys).Clear();
                    if (dAverage != null)
                    {
                        nint at = ((nint)(pair / shape.Heads) * shape.Queries + query) * shape.Keys;
                        AddScaled(row, dAverage + at, shape.Keys, T.One / T.CreateTruncating(shape.Heads));
                    }
                    if (dropped != null)
                    {
                        byte* kept = dropout.At(shape, pair, query);
                        Drop(p, kept, dropout.Scale, dropped + query * shape.Row, shape.Row);
                        Drop(row, kept, dropout.Scale, row, shape.Row);
                    }
                    SoftmaxGradient(p, row, shape.Row, scale);
                }
                // y = P·V and scores = scale·Q·Kᵀ, with the scale in the scores' gradient already.
                T* used = dropped == null ? weight : dropped;
                T* dQueries = dq.At(pair, shape.Heads), dKeys = dk.At(pair, shape.Heads), dValues = dv.At(pair, shape.Heads);
                Gemm.Multiply(
                    shape.Keys, shape.ValueWidth, shape.Queries, used, 1, shape.Row, dyOfPair, dy.Row, 1, dValues,
                        dv.Row, T.Zero);
                Gemm.Multiply(
                    shape.Queries, shape.Width, shape.Keys, gradient, shape.Row, 1, keys, k.Row, 1, dQueries, dq.Row, T.Zero);
                Gemm.Multiply(
                    shape.Keys, shape.Width, shape.Queries, gradient, 1, shape.Row, queries, q.Row, 1, dKeys, dk.Row, T.Zero);
                if (dScores != null)
                {
                    CopyScaled(gradient, dScores + pair * shape.Block, shape.Block, T.One / scale);
                }
            }
        }
    }

    // The scores are scaled afterwards, so the mask is divided by the scale: -∞ stays -∞.
    private static void AddMask<T>(T* row, T* mask, nint column, nint keys, T factor) where T : unmanaged, INumberBase<T>
    {
        for (nint key = 0; key < keys; key++)
        {
            row[key] += mask[key * column] * factor;
        }
    }

    /// <summary>row = e^(scale·(row - max)) / Σ, zero behind the keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Softmax<T>(T* row, nint keys, nint length, T scale) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint key = keys; key < length; key++)
        {
            row[key] = T.NegativeInfinity;
        }
        Vector256<T> largest = Vector256.Load(row);
        for (nint i = Vector256<T>.Count; i < length; i += Vector256<T>.Count)
        {
            largest = Vector256.Max(largest, Vector256.Load(row + i));
        }
        T max = largest[0];
        for (int lane = 1; lane < Vector256<T>.Count; lane++)
        {
            max = T.Max(max, largest[lane]);
        }
        Vector256<T> top = Vector256.Create(max), factor = Vector256.Create(scale), sums = Vector256<T>.Zero;
        for (nint i = 0; i < length; i += Vector256<T>.Count)
        {
            Vector256<T> e = Lanes.Apply<ExpFunction, T>((Vector256.Load(row + i) - top) * factor);
            sums += e;
            e.Store(row + i);
        }
        Vector256<T> share = Vector256.Create(T.CreateTruncating(1 / Lanes.Sum(sums)));
        for (nint i = 0; i < length; i += Vector256<T>.Count)
        {
            (Vector256.Load(row + i) * share).Store(row + i);
        }
        if (T.IsNaN(max) || T.IsInfinity(max))
        {
            // As a plain loop would give; the padding stays zero.
            new Span<T>(row, (int)keys).Fill(T.NaN);
            new Span<T>(row + keys, (int)(length - keys)).Clear();
        }
    }

    /// <summary>g = scale·p·(g - Σ g·p).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SoftmaxGradient<T>(T* p, T* g, nint length, T scale) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> sums = Vector256<T>.Zero;
        for (nint i = 0; i < length; i += Vector256<T>.Count)
        {
            sums = Lanes.MultiplyAdd(Vector256.Load(p + i), Vector256.Load(g + i), sums);
        }
        Vector256<T> dot = Vector256.Create(T.CreateTruncating(Lanes.Sum(sums))), factor = Vector256.Create(scale);
        for (nint i = 0; i < length; i += Vector256<T>.Count)
        {
            ((Vector256.Load(g + i) - dot) * Vector256.Load(p + i) * factor).Store(g + i);
        }
    }

    /// <summary>y = x·kept·scale, whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Drop<T>(T* x, byte* kept, T scale, T* y, nint length) where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<float> factor = Vector256.Create(float.CreateTruncating(scale));
            for (nint i = 0; i < length; i += 8)
            {
                Vector256<float> floats = Dropout.Floats(Unsafe.ReadUnaligned<ulong>(kept + i));
                (Vector256.Load((float*)x + i) * (floats * factor)).Store((float*)y + i);
            }
            return;
        }
        for (nint i = 0; i < length; i++)
        {
            y[i] = x[i] * (T.CreateTruncating(kept[i]) * scale);
        }
    }

    private static void AddScaled<T>(T* y, T* x, nint count, T factor) where T : unmanaged, INumberBase<T>
    {
        for (nint i = 0; i < count; i++)
        {
            y[i] += x[i] * factor;
        }
    }

    private static void CopyScaled<T>(T* x, T* y, nint count, T factor) where T : unmanaged, INumberBase<T>
    {
        for (nint i = 0; i < count; i++)
        {
            y[i] = x[i] * factor;
        }
    }
}
