using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>How values between the pixels are found.</summary>
internal enum ResamplingKind
{
    Nearest,
    Linear,
    Cubic,
}

/// <summary>
/// One axis of an interpolation: result i is the sum of 1, 2 or 4 values, Σ over k of Weight[i·Taps + k]·x[Index[i·Taps + k]].
/// </summary>
/// <remarks>
/// PyTorch's rules, in the values' own precision. Result i lies at i·(size - 1)/(outSize - 1) with corners aligned, else at
/// (i + ½)·step - ½ with step = size/outSize or the given one (1/scale_factor); for nearest, at ⌊i·step⌋. Places beyond an edge
/// count as the edge.
/// </remarks>
internal readonly unsafe struct ResamplingAxis<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly int Size;
    public readonly int OutSize;
    public readonly int Taps;
    public readonly int[] Index;
    public readonly T[] Weight;

    /// <param name="kind">The rule.</param> <param name="size">Values.</param> <param name="outSize">Results.</param>
    /// <param name="alignCorners">Whether first and last result lie on first and last value.</param>
    /// <param name="step">Values from a result to the next, or 0: size / outSize.</param>
    public ResamplingAxis(ResamplingKind kind, int size, int outSize, bool alignCorners, double step = 0)
    {
        Size = size;
        OutSize = outSize;
        Taps = kind switch { ResamplingKind.Nearest => 1, ResamplingKind.Linear => 2, _ => 4 };
        Index = new int[outSize * Taps];
        Weight = new T[outSize * Taps];
        T half = T.CreateChecked(0.5);
        T scale = step > 0 ? T.CreateChecked(step) : T.CreateChecked(size) / T.CreateChecked(outSize);
        if (alignCorners && kind != ResamplingKind.Nearest)
        {
            scale = outSize > 1 ? T.CreateChecked(size - 1) / T.CreateChecked(outSize - 1) : T.Zero;
        }
        for (int i = 0; i < outSize; i++)
        {
            T at = T.CreateChecked(i);
            at = alignCorners || kind == ResamplingKind.Nearest ? scale * at : scale * (at + half) - half;
            if (kind != ResamplingKind.Cubic)
            {
                at = T.Max(at, T.Zero);
            }
            T floor = T.Floor(at);
            int first = int.CreateChecked(floor);
            switch (kind)
            {
                case ResamplingKind.Nearest:
                    Set(i, 0, first, T.One);
                    break;
                case ResamplingKind.Linear:
                    first = Math.Min(first, size - 1);
                    T share = T.Clamp(at - T.CreateChecked(first), T.Zero, T.One);
                    Set(i, 0, first, T.One - share);
                    Set(i, 1, first + 1, share);
                    break;
                default:
                    T t = at - floor;
                    Set(i, 0, first - 1, Far(t + T.One));
                    Set(i, 1, first, Near(t));
                    Set(i, 2, first + 1, Near(T.One - t));
                    Set(i, 3, first + 2, Far(T.One - t + T.One));
                    break;
            }
        }
    }

    private static readonly T A = T.CreateChecked(-0.75);

    /// <summary>The cubic for |d| ≤ 1: (a + 2)d³ - (a + 3)d² + 1, with a = -¾.</summary>
    private static T Near(T d) => ((A + T.CreateChecked(2)) * d - (A + T.CreateChecked(3))) * d * d + T.One;

    /// <summary>The cubic for 1 &lt; |d| &lt; 2: a·d³ - 5a·d² + 8a·d - 4a.</summary>
    private static T Far(T d) => ((A * d - T.CreateChecked(5) * A) * d + T.CreateChecked(8) * A) * d - T.CreateChecked(4) * A;

    private void Set(int result, int tap, int index, T weight)
    {
        Index[result * Taps + tap] = Math.Clamp(index, 0, Size - 1);
        Weight[result * Taps + tap] = weight;
    }
}
