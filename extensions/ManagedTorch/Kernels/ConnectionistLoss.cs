using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>One sequence of a connectionist temporal classification: its log-probabilities and the labels that it should
/// read.</summary>
/// <remarks>logProbs[t·step + c]; states 0 … 2·length are blank, label, blank, …, label, blank.</remarks>
internal unsafe struct LabelledSequence<T> where T : unmanaged
{
    public T* LogProbs;
    public nint Step;
    public int Steps, Classes, Blank, Length;
    public long* Labels;

    public readonly int States => 2 * Length + 1;

    public readonly int LabelOf(int state) => (state & 1) == 0 ? Blank : (int)Labels[state / 2];
}

/// <summary>
/// Connectionist temporal classification (Graves and others, 2006): -log of the probability that a network's steps, read with
/// repetitions joined and blanks left out, give the labels.
/// </summary>
/// <remarks>
/// Logarithms throughout, so that nothing underflows. Each step's row is kept relative to its maximum, whose running sum is a
/// double: so the rounding error of float does not grow with the length of the sequence.
/// </remarks>
internal static unsafe class ConnectionistLoss
{
    /// <summary>Values before a row that must be there: two states that do not exist.</summary>
    public const int Margin = 2;

    /// <summary>Room for a row of <paramref name="states"/> states with its margins on both sides.</summary>
    public static nint RowLength(int states) => (states + 2 * Margin + 7) / 8 * 8;

    /// <summary>-log p(labels); +∞ if the steps do not suffice. Fills alpha (steps, <see cref="RowLength"/>) and its offsets
    /// (steps).</summary>
    /// <remarks>log αₜ(s) = alpha[t, Margin + s] + offsets[t]: all ways to be in state s after step t, its own emission
    /// included.</remarks>
    public static double Forward<T>(LabelledSequence<T> x, T* alpha, nint row, double* offsets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (x.Steps == 0)
        {
            return x.Length == 0 ? 0 : double.PositiveInfinity;
        }
        T* work = Scratch.Rent<T>(ScratchUse.Source, 2 * row), emissions = work, skips = work + row;
        FillSkips(x, skips, row, backward: false);
        T* before = null;
        double offset = 0;
        for (int t = 0; t < x.Steps; t++, alpha += row)
        {
            FillEmissions(x, t, emissions, row);
            if (before == null)
            {
                Start(emissions, alpha, row, Margin, Math.Min(x.States, 2));
            }
            else
            {
                Advance(before, alpha, emissions, skips, row, -1);
            }
            offset += Normalize(alpha, row);
            offsets[t] = offset;
            before = alpha;
        }
        double last = double.CreateTruncating(before[Margin + x.States - 1]);
        double label = x.Length == 0 ? double.NegativeInfinity : double.CreateTruncating(before[Margin + x.States - 2]);
        return -(LogSum(last, label) + offset);
    }

    /// <summary>
    /// dx = weight·(e^x - p(class at step | labels)) for the sequence's steps: the gradient of the loss for x = log_softmax(z),
    /// already
    /// as one of z, which log_softmax's own derivative then leaves as it is. PyTorch gives the same.
    /// </summary>
    public static void Backward<T>(LabelledSequence<T> x, T* alpha, nint row, double* offsets, double loss, T weight, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* work = Scratch.Rent<T>(ScratchUse.Source, 4 * row + x.Classes);
        T* emissions = work, skips = work + row, beta = skips + row, later = beta + row, occupied = later + row;
        FillSkips(x, skips, row, backward: true);
        double offset = 0;
        for (int t = x.Steps - 1; t >= 0; t--)
        {
            FillEmissions(x, t, emissions, row);
            if (t == x.Steps - 1)
            {
                Start(emissions, beta, row, Margin + Math.Max(0, x.States - 2), Math.Min(x.States, 2));
            }
            else
            {
                Advance(later, beta, emissions, skips, row, 1);
            }
            offset += Normalize(beta, row);
            // p(state s at t | labels) = α(s)·β(s) / (its emission, which both contain, · p(labels))
            Occupancy(alpha + t * row, beta, emissions, row, T.CreateTruncating(offsets[t] + offset + loss), later);
            new Span<T>(occupied, x.Classes).Clear();
            for (int s = 0; s < x.States; s++)
            {
                occupied[x.LabelOf(s)] += later[Margin + s];
            }
            Gradient(x.LogProbs + t * x.Step, occupied, weight, dx + t * x.Step, x.Classes);
            T* spare = beta;
            beta = later;
            later = spare;
        }
    }

    private static void FillEmissions<T>(LabelledSequence<T> x, int t, T* emissions, nint row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        new Span<T>(emissions, (int)row).Fill(T.NegativeInfinity);
        T* logProbs = x.LogProbs + t * x.Step;
        for (int s = 0; s < x.States; s++)
        {
            emissions[Margin + s] = logProbs[x.LabelOf(s)];
        }
    }

    // 0 where a state can be reached from two before (forward) or leads to two after (backward), else -∞: the blank between two
    // labels may be left out if they differ.
    private static void FillSkips<T>(LabelledSequence<T> x, T* skips, nint row, bool backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        new Span<T>(skips, (int)row).Fill(T.NegativeInfinity);
        for (int label = 1; label < x.Length; label++)
        {
            if (x.Labels[label] != x.Labels[label - 1])
            {
                skips[Margin + 2 * (backward ? label - 1 : label) + 1] = T.Zero;
            }
        }
    }

    private static void Start<T>(T* emissions, T* y, nint row, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        new Span<T>(y, (int)row).Fill(T.NegativeInfinity);
        new Span<T>(emissions + first, count).CopyTo(new Span<T>(y + first, count));
    }

    // y(s) = emission(s) + log(e^x(s) + e^x(s+d) + e^(x(s+2d) + skip(s))) with d = -1 forward in time and 1 backward.
    private static void Advance<T>(T* x, T* y, T* emissions, T* skips, nint row, nint d)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> lowest = Vector256.Create(T.CreateTruncating(-1e30));    // keeps -∞ - (-∞) out
        (y[0], y[1], y[row - 2], y[row - 1]) = (T.NegativeInfinity, T.NegativeInfinity, T.NegativeInfinity, T.NegativeInfinity);
        nint end = row - Margin;
        for (nint i = Margin; i < end; i += Vector256<T>.Count)
        {
            int count = (int)Math.Min(Vector256<T>.Count, end - i);
            Vector256<T> stay = Lanes.Load(x + i, count), step = Lanes.Load(x + i + d, count);
            Vector256<T> skip = Lanes.Load(x + i + 2 * d, count) + Lanes.Load(skips + i, count);
            Vector256<T> max = Vector256.Max(Vector256.Max(Vector256.Max(stay, step), skip), lowest);
            Vector256<T> sum = Lanes.Apply<ExpFunction, T>(stay - max) + Lanes.Apply<ExpFunction, T>(step - max)
                + Lanes.Apply<ExpFunction, T>(skip - max);
            Lanes.Store(Lanes.Apply<LogFunction, T>(sum) + max + Lanes.Load(emissions + i, count), y + i, count);
        }
    }

    private static double Normalize<T>(T* y, nint row) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T max = Extremum.Value<Largest, T>(y, row);
        if (T.IsNegativeInfinity(max))
        {
            return 0;
        }
        for (nint i = 0; i < row; i++)
        {
            y[i] -= max;
        }
        return double.CreateTruncating(max);
    }

    private static void Occupancy<T>(T* alpha, T* beta, T* emissions, nint row, T shift, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < row; i += Vector256<T>.Count)
        {
            int count = (int)Math.Min(Vector256<T>.Count, row - i);
            Vector256<T> both = Lanes.Load(alpha + i, count) + Lanes.Load(beta + i, count) + Vector256.Create(shift);
            Vector256<T> possible = Vector256.GreaterThan(both, Vector256.Create(T.NegativeInfinity));
            Vector256<T> probability = Lanes.Apply<ExpFunction, T>(both - Lanes.Load(emissions + i, count));
            Lanes.Store(probability & possible, y + i, count);
        }
    }

    private static void Gradient<T>(T* logProbs, T* occupied, T weight, T* dx, nint classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint c = 0; c < classes; c += Vector256<T>.Count)
        {
            int count = (int)Math.Min(Vector256<T>.Count, classes - c);
            Vector256<T> difference = Lanes.Apply<ExpFunction, T>(Lanes.Load(logProbs + c, count)) - Lanes.Load(occupied + c,
                count);
            Lanes.Store(difference * Vector256.Create(weight), dx + c, count);
        }
    }

    private static double LogSum(double a, double b)
    {
        double max = Math.Max(a, b);
        return double.IsNegativeInfinity(max) ? max : max + Math.Log(Math.Exp(a - max) + Math.Exp(b - max));
    }
}
