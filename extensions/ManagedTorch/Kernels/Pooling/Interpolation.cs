using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Resizes planes: first each result row is blended from input rows, then its values along the row. 1-D is height
/// 1.</summary>
internal static unsafe class Interpolation
{
    private const int Grain = 16 * 1024;

    private struct Plan<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public int Planes;
        public int Parts;
        public int Height;
        public int Width;
        public int OutHeight;
        public int OutWidth;
        public int Taps;
        public int* IndexY;
        public int* IndexX;
        public T* WeightY;
        public T* WeightX;
        public T* From;
        public T* To;
    }

    private readonly struct Work<T>(Plan<T>* plan, bool backward) : IWork where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(plan->Planes, plan->Parts, part);
            T* row = Scratch.Rent<T>(ScratchUse.Source, plan->Width);
            nint small = (nint)plan->Height * plan->Width, large = (nint)plan->OutHeight * plan->OutWidth;
            for (nint plane = (nint)start; plane < end; plane++)
            {
                if (backward)
                {
                    Spread(plan, plan->From + plane * large, plan->To + plane * small, row);
                }
                else
                {
                    Blend(plan, plan->From + plane * small, plan->To + plane * large, row);
                }
            }
        }
    }

    /// <summary>y = x resized along both axes, which have the same rule.</summary>
    public static void Forward<T>(int planes, in ResamplingAxis<T> vertical, in ResamplingAxis<T> horizontal, T* x, T* y)
        where T : unmanaged, IFloatingPointIeee754<T> => Run(planes, vertical, horizontal, x, y, backward: false);

    /// <summary>dx = the gradient by x of Σ dy·y, overwritten.</summary>
    public static void Backward<T>(int planes, in ResamplingAxis<T> vertical, in ResamplingAxis<T> horizontal, T* dy, T* dx)
        where T : unmanaged, IFloatingPointIeee754<T> => Run(planes, vertical, horizontal, dy, dx, backward: true);

    private static void Run<T>(
        int planes, in ResamplingAxis<T> vertical, in ResamplingAxis<T> horizontal, T* from, T* to, bool backward)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (int* indexY = vertical.Index, indexX = horizontal.Index)
        fixed (T* weightY = vertical.Weight, weightX = horizontal.Weight)
        {
            var plan = new Plan<T>
            {
                Planes = planes, Height = vertical.Size, Width = horizontal.Size, OutHeight = vertical.OutSize,
                    OutWidth = horizontal.OutSize,
                Taps = vertical.Taps, IndexY = indexY, IndexX = indexX, WeightY = weightY, WeightX = weightX,
                    From = from, To = to,
            };
            plan.Parts = Workers.PartsFor(planes, Math.Max(1, Grain / Math.Max(1, (long)plan.OutHeight * plan.OutWidth)));
            Workers.For(plan.Parts, new Work<T>(&plan, backward));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blend<T>(Plan<T>* plan, T* x, T* y, T* row) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int taps = plan->Taps;
        for (int i = 0; i < plan->OutHeight; i++)
        {
            T* blended = row;
            if (taps == 1)
            {
                blended = x + (nint)plan->IndexY[i] * plan->Width;
            }
            else
            {
                new Span<T>(row, plan->Width).Clear();
                for (int k = 0; k < taps; k++)
                {
                    AddScaled(x + (nint)plan->IndexY[i * taps + k] * plan->Width, plan->WeightY[i * taps + k], row, plan->Width);
                }
            }
            int* index = plan->IndexX;
            T* weight = plan->WeightX;
            for (int j = 0; j < plan->OutWidth; j++, index += taps, weight += taps)
            {
                *y++ = taps switch
                {
                    1 => blended[*index],
                    2 => weight[0] * blended[index[0]] + weight[1] * blended[index[1]],
                    _ => weight[0] * blended[index[0]] + weight[1] * blended[index[1]]
                        + weight[2] * blended[index[2]] + weight[3] * blended[index[3]],
                };
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<T>(Plan<T>* plan, T* dy, T* dx, T* row) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int taps = plan->Taps;
        new Span<T>(dx, checked(plan->Height * plan->Width)).Clear();
        for (int i = 0; i < plan->OutHeight; i++, dy += plan->OutWidth)
        {
            new Span<T>(row, plan->Width).Clear();
            for (int j = 0; j < plan->OutWidth; j++)
            {
                for (int k = 0; k < taps; k++)
                {
                    row[plan->IndexX[j * taps + k]] += plan->WeightX[j * taps + k] * dy[j];
                }
            }
            for (int k = 0; k < taps; k++)
            {
                AddScaled(row, plan->WeightY[i * taps + k], dx + (nint)plan->IndexY[i * taps + k] * plan->Width, plan->Width);
            }
        }
    }

    /// <summary>to += scale·from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled<T>(T* from, T scale, T* to, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int i = 0;
        Vector<T> scales = new(scale);
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store(Vector.Load(to + i) + Vector.Load(from + i) * scales, to + i);
        }
        for (; i < count; i++)
        {
            to[i] += from[i] * scale;
        }
    }
}
