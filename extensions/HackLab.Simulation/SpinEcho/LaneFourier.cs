using System.Runtime.Intrinsics;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// Fourier transforms of eight complex planes at once: each number is a vector whose lane k belongs to plane k, so no lane ever
/// meets another and every machine computes the same bits. Cooley and Tukey's method in place, radices 5, 4, 3 and 2; forward
/// it leaves frequencies in digit-reversed order, which <see cref="Inverse"/> expects, so nothing need be sorted.
/// </summary>
internal sealed class LaneFourier
{
    private readonly int _width, _height;
    private readonly Stage[] _alongX, _alongY;

    internal LaneFourier(int width, int height)
    {
        (_width, _height) = (width, height);
        (_alongX, _alongY) = (Stages(width), Stages(height));
    }

    /// <summary>Whether a side of a lattice has prime factors 2, 3 and 5 only.</summary>
    internal static bool Supports(int length)
    {
        if (length < 1) return false;
        foreach (int factor in (ReadOnlySpan<int>)[2, 3, 5])
            while (length % factor == 0) length /= factor;
        return length == 1;
    }

    /// <summary>Σ x(n)·exp(−2πi·kn/N) along both axes, in place, both spans of shape [height, width]; no factor.</summary>
    internal void Forward(Span<Vector256<float>> re, Span<Vector256<float>> im)
    {
        foreach (Stage stage in _alongX) stage.Run<There>(re, im, _width, 1, _height, _width);
        foreach (Stage stage in _alongY) stage.Run<There>(re, im, _height, _width, _width, 1);
    }

    /// <summary>The same with +i, from digit-reversed to ordinary order; forward and back multiplies by width·height.</summary>
    internal void Inverse(Span<Vector256<float>> re, Span<Vector256<float>> im)
    {
        // Exchanging the two parts before and after turns exp(−i…) into exp(+i…).
        for (int s = _alongY.Length - 1; s >= 0; s--) _alongY[s].Run<Back>(im, re, _height, _width, _width, 1);
        for (int s = _alongX.Length - 1; s >= 0; s--) _alongX[s].Run<Back>(im, re, _width, 1, _height, _width);
    }

    private static Stage[] Stages(int length)
    {
        var stages = new List<Stage>();
        for (int rest = length; rest > 1;)
        {
            int radix = rest % 5 == 0 ? 5 : rest % 4 == 0 ? 4 : rest % 3 == 0 ? 3 : 2;
            stages.Add(new Stage(rest, radix));
            rest /= radix;
        }
        return [.. stages];
    }

    /// <summary>One step: blocks of some length become radix blocks of a radix-th of it, or back.</summary>
    private sealed class Stage
    {
        private readonly int _block, _radix;
        private readonly float[] _cos, _sin;   // exp(−2πi·jq/block), shape [block / radix, radix]

        internal Stage(int block, int radix)
        {
            (_block, _radix) = (block, radix);
            (_cos, _sin) = (new float[block], new float[block]);
            for (int j = 0; j < block / radix; j++)
            {
                for (int q = 0; q < radix; q++)
                {
                    (double sin, double cos) = PortableMath.SinCos(-2 * Math.PI * (j * q % block) / block);
                    (_cos[(j * radix) + q], _sin[(j * radix) + q]) = ((float)cos, (float)sin);
                }
            }
        }

        /// <summary>Runs over lines of numbers: element k of line l lies at k·stride + l·lineStride.</summary>
        internal void Run<TOrder>(Span<Vector256<float>> re, Span<Vector256<float>> im, int length, int stride, int lines, int lineStride)
            where TOrder : struct, IOrder
        {
            int part = _block / _radix;
            for (int block = 0; block < length; block += _block)
            {
                for (int j = 0; j < part; j++)
                {
                    var at = new Butterflies.Place((block + j) * stride, part * stride, lines, lineStride, j > 0);
                    ReadOnlySpan<float> cos = _cos.AsSpan(j * _radix, _radix), sin = _sin.AsSpan(j * _radix, _radix);
                    switch (_radix)
                    {
                        case 5: Butterflies.Five<TOrder>(re, im, at, cos, sin); break;
                        case 4: Butterflies.Four<TOrder>(re, im, at, cos, sin); break;
                        case 3: Butterflies.Three<TOrder>(re, im, at, cos, sin); break;
                        default: Butterflies.Two<TOrder>(re, im, at, cos, sin); break;
                    }
                }
            }
        }
    }

    /// <summary>When a step turns its numbers by their twiddle factors: after the small transform on the way there, before it on the way back.</summary>
    internal interface IOrder
    {
        /// <summary>True on the way back.</summary>
        static abstract bool TurnsFirst { get; }
    }

    private readonly struct There : IOrder
    {
        public static bool TurnsFirst => false;
    }

    private readonly struct Back : IOrder
    {
        public static bool TurnsFirst => true;
    }
}
