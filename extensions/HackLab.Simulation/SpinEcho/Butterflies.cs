using System.Runtime.CompilerServices;
using Vector = System.Runtime.Intrinsics.Vector256<float>;

namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// Fourier transforms of 2, 3, 4 and 5 complex numbers, exp(−2πi·kn/N), in place, with the turn by twiddle factors after or
/// before. Numbers stay in local variables, which the compiler keeps in registers; kept in arrays it took half as long again.
/// </summary>
internal static class Butterflies
{
    private const float Cos72 = 0.30901699437494742f, Cos144 = -0.80901699437494742f, Sin72 = 0.95105651629515357f, Sin144 = 0.58778525229247313f;
    private const float Sin120 = 0.86602540378443865f;

    /// <summary>Where the numbers lie: number q of line l at first + q·step + l·lineStride; whether they turn at all.</summary>
    internal readonly record struct Place(int First, int Step, int Lines, int LineStride, bool Turns);

    internal static void Two<TOrder>(Span<Vector> re, Span<Vector> im, in Place at, ReadOnlySpan<float> cos, ReadOnlySpan<float> sin)
        where TOrder : struct, LaneFourier.IOrder
    {
        Vector c1 = Create(cos[1]), s1 = Create(sin[1]);
        bool before = TOrder.TurnsFirst && at.Turns, after = !TOrder.TurnsFirst && at.Turns;
        int first = at.First;
        for (int line = 0; line < at.Lines; line++, first += at.LineStride)
        {
            int i0 = first, i1 = first + at.Step;
            Vector x0 = re[i0], x1 = re[i1];
            Vector y0 = im[i0], y1 = im[i1];
            if (before)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
            }
            (x0, x1) = (x0 + x1, x0 - x1);
            (y0, y1) = (y0 + y1, y0 - y1);
            if (after)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
            }
            (re[i0], re[i1]) = (x0, x1);
            (im[i0], im[i1]) = (y0, y1);
        }
    }

    internal static void Three<TOrder>(Span<Vector> re, Span<Vector> im, in Place at, ReadOnlySpan<float> cos, ReadOnlySpan<float> sin)
        where TOrder : struct, LaneFourier.IOrder
    {
        Vector c1 = Create(cos[1]), c2 = Create(cos[2]), s1 = Create(sin[1]), s2 = Create(sin[2]);
        bool before = TOrder.TurnsFirst && at.Turns, after = !TOrder.TurnsFirst && at.Turns;
        int first = at.First;
        for (int line = 0; line < at.Lines; line++, first += at.LineStride)
        {
            int i0 = first, i1 = first + at.Step, i2 = first + (2 * at.Step);
            Vector x0 = re[i0], x1 = re[i1], x2 = re[i2];
            Vector y0 = im[i0], y1 = im[i1], y2 = im[i2];
            if (before)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
                (x2, y2) = Turn(x2, y2, c2, s2);
            }
            Vector sumX = x1 + x2, sumY = y1 + y2, midX = x0 - (sumX * 0.5f), midY = y0 - (sumY * 0.5f);
            Vector sideX = (y1 - y2) * Sin120, sideY = (x1 - x2) * Sin120;
            (x0, x1, x2) = (x0 + sumX, midX + sideX, midX - sideX);
            (y0, y1, y2) = (y0 + sumY, midY - sideY, midY + sideY);
            if (after)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
                (x2, y2) = Turn(x2, y2, c2, s2);
            }
            (re[i0], re[i1], re[i2]) = (x0, x1, x2);
            (im[i0], im[i1], im[i2]) = (y0, y1, y2);
        }
    }

    internal static void Four<TOrder>(Span<Vector> re, Span<Vector> im, in Place at, ReadOnlySpan<float> cos, ReadOnlySpan<float> sin)
        where TOrder : struct, LaneFourier.IOrder
    {
        Vector c1 = Create(cos[1]), c2 = Create(cos[2]), c3 = Create(cos[3]), s1 = Create(sin[1]), s2 = Create(sin[2]), s3 = Create(sin[3]);
        bool before = TOrder.TurnsFirst && at.Turns, after = !TOrder.TurnsFirst && at.Turns;
        int first = at.First;
        for (int line = 0; line < at.Lines; line++, first += at.LineStride)
        {
            int i0 = first, i1 = first + at.Step, i2 = first + (2 * at.Step), i3 = first + (3 * at.Step);
            Vector x0 = re[i0], x1 = re[i1], x2 = re[i2], x3 = re[i3];
            Vector y0 = im[i0], y1 = im[i1], y2 = im[i2], y3 = im[i3];
            if (before)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
                (x2, y2) = Turn(x2, y2, c2, s2);
                (x3, y3) = Turn(x3, y3, c3, s3);
            }
            Vector ax = x0 + x2, ay = y0 + y2, bx = x0 - x2, by = y0 - y2, cx = x1 + x3, cy = y1 + y3, dx = x1 - x3, dy = y1 - y3;
            (x0, x1, x2, x3) = (ax + cx, bx + dy, ax - cx, bx - dy);
            (y0, y1, y2, y3) = (ay + cy, by - dx, ay - cy, by + dx);
            if (after)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
                (x2, y2) = Turn(x2, y2, c2, s2);
                (x3, y3) = Turn(x3, y3, c3, s3);
            }
            (re[i0], re[i1], re[i2], re[i3]) = (x0, x1, x2, x3);
            (im[i0], im[i1], im[i2], im[i3]) = (y0, y1, y2, y3);
        }
    }

    internal static void Five<TOrder>(Span<Vector> re, Span<Vector> im, in Place at, ReadOnlySpan<float> cos, ReadOnlySpan<float> sin)
        where TOrder : struct, LaneFourier.IOrder
    {
        Vector c1 = Create(cos[1]), c2 = Create(cos[2]), c3 = Create(cos[3]), c4 = Create(cos[4]), s1 = Create(sin[1]), s2 = Create(sin[2]), s3 = Create(sin[3]), s4 = Create(sin[4]);
        bool before = TOrder.TurnsFirst && at.Turns, after = !TOrder.TurnsFirst && at.Turns;
        int first = at.First;
        for (int line = 0; line < at.Lines; line++, first += at.LineStride)
        {
            int i0 = first, i1 = first + at.Step, i2 = first + (2 * at.Step), i3 = first + (3 * at.Step), i4 = first + (4 * at.Step);
            Vector x0 = re[i0], x1 = re[i1], x2 = re[i2], x3 = re[i3], x4 = re[i4];
            Vector y0 = im[i0], y1 = im[i1], y2 = im[i2], y3 = im[i3], y4 = im[i4];
            if (before)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
                (x2, y2) = Turn(x2, y2, c2, s2);
                (x3, y3) = Turn(x3, y3, c3, s3);
                (x4, y4) = Turn(x4, y4, c4, s4);
            }
            Vector s14x = x1 + x4, s14y = y1 + y4, d14x = x1 - x4, d14y = y1 - y4, s23x = x2 + x3, s23y = y2 + y3, d23x = x2 - x3, d23y = y2 - y3;
            Vector ax = x0 + ((s14x * Cos72) + (s23x * Cos144)), ay = y0 + ((s14y * Cos72) + (s23y * Cos144));
            Vector bx = x0 + ((s14x * Cos144) + (s23x * Cos72)), by = y0 + ((s14y * Cos144) + (s23y * Cos72));
            Vector cx = (d14x * Sin72) + (d23x * Sin144), cy = (d14y * Sin72) + (d23y * Sin144);
            Vector dx = (d14x * Sin144) - (d23x * Sin72), dy = (d14y * Sin144) - (d23y * Sin72);
            (x0, x1, x2, x3, x4) = (x0 + (s14x + s23x), ax + cy, bx + dy, bx - dy, ax - cy);
            (y0, y1, y2, y3, y4) = (y0 + (s14y + s23y), ay - cx, by - dx, by + dx, ay + cx);
            if (after)
            {
                (x1, y1) = Turn(x1, y1, c1, s1);
                (x2, y2) = Turn(x2, y2, c2, s2);
                (x3, y3) = Turn(x3, y3, c3, s3);
                (x4, y4) = Turn(x4, y4, c4, s4);
            }
            (re[i0], re[i1], re[i2], re[i3], re[i4]) = (x0, x1, x2, x3, x4);
            (im[i0], im[i1], im[i2], im[i3], im[i4]) = (y0, y1, y2, y3, y4);
        }
    }

    private static Vector Create(float value) => System.Runtime.Intrinsics.Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector X, Vector Y) Turn(Vector x, Vector y, Vector cos, Vector sin) => ((x * cos) - (y * sin), (x * sin) + (y * cos));
}
