using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp.Kernels;

namespace ManagedTorch.Benchmarks.Products;

/// <summary>Times ours and the peer in turn, so that both meet the same noise, and takes medians.</summary>
internal static unsafe class Measurement
{
    private const double SecondsPerSample = 0.002;    // a small product is repeated for this long
    private const int MostSamples = 201;
    private const int PauseMilliseconds = 120;        // OpenBLAS's idle threads spin for 2^28 cycles
    private const int WakeMilliseconds = 25;
    private const int SamplesPerPause = 5;

    public static Result Measure(Shape shape, int threads, OpenBlas? peer, double seconds)
    {
        Workers.Count = threads;
        peer?.SetThreads(threads);
        float* a = Samples((nint)shape.Batch * shape.M * shape.K), b = Samples((nint)shape.Batch * shape.N * shape.K);
        float* ours = Samples((nint)shape.Batch * shape.M * shape.N), theirs = Samples((nint)shape.Batch * shape.M * shape.N);
        for (long end = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 2; Stopwatch.GetTimestamp() < end;)
        {
            Multiply(shape, a, b, ours);    // warms up: compiles in full
        }
        peer?.Multiply(shape, a, b, theirs);
        long once = Time(1, () => Multiply(shape, a, b, ours));
        int repeats = Math.Max(1, (int)(SecondsPerSample * Stopwatch.Frequency / Math.Max(1, once)));
        var oursTimes = new List<long>();
        var peerTimes = new List<long>();
        long deadline = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        while (oursTimes.Count < 5 || (Stopwatch.GetTimestamp() < deadline && oursTimes.Count < MostSamples))
        {
            Sample(oursTimes, threads, repeats, () => Multiply(shape, a, b, ours));
            if (peer != null)
            {
                Sample(peerTimes, threads, repeats, () => peer.Multiply(shape, a, b, theirs));
            }
        }
        double difference = peer == null ? 0 : Difference(ours, theirs,
            (nint)shape.Batch * shape.M * shape.N) / Math.Sqrt(shape.K);
        if (difference > 1e-5)
        {
            throw new InvalidOperationException($"{shape}: ours and OpenBLAS differ by {difference}.");
        }
        foreach (nint memory in (nint[])[(nint)a, (nint)b, (nint)ours, (nint)theirs])
        {
            NativeMemory.AlignedFree((void*)memory);
        }
        return new Result($"{shape}, {threads} thread{(threads > 1 ? "s" : "")}", Gflops(oursTimes),
            peer == null ? 0 : Gflops(peerTimes));

        double Gflops(List<long> times) => shape.Flops * repeats / (Median(times) / (double)Stopwatch.Frequency) / 1e9;
    }

    /// <summary>The most multiplications and additions this machine does in one thread, counted two for a fused one, in 10⁹ a
    /// second.</summary>
    public static double Peak()
    {
        var times = new List<long>();
        for (int sample = 0; sample < 30; sample++)
        {
            times.Add(Time(1, () => FusedPeak.Run(1_000_000)));
        }
        return FusedPeak.Flops(1_000_000) / (Median(times) / (double)Stopwatch.Frequency) / 1e9;
    }

    private static void Multiply(Shape shape, float* a, float* b, float* c)
    {
        (int m, int n, int k) = (shape.M, shape.N, shape.K);
        (nint aRow, nint aColumn) = shape.TransposeA ? (1, m) : (k, 1);
        (nint bRow, nint bColumn) = shape.TransposeB ? (1, k) : (n, 1);
        if (shape.Batch == 1)
        {
            Gemm.Multiply(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, n, 0f);
            return;
        }
        Gemm.MultiplyBatch(shape.Batch, m, n, k, a, (nint)m * k, aRow, aColumn, b, (nint)n * k, bRow, bColumn, c, (nint)m * n,
            n, new Terms<float>(1, 0));
    }

    /// <summary>Some samples in a row, when the other library's threads have stopped spinning: they would take a core from this
    /// one.</summary>
    private static void Sample(List<long> times, int threads, int repeats, Action action)
    {
        if (threads > 1)
        {
            Thread.Sleep(PauseMilliseconds);
            // Wakes the threads, and lets the system find out that they need two cores: for some milliseconds both may share one.
            for (long end = Stopwatch.GetTimestamp() + Stopwatch.Frequency * WakeMilliseconds / 1000; Stopwatch.GetTimestamp() < end;)
            {
                action();
            }
        }
        for (int i = 0; i < (threads > 1 ? SamplesPerPause : 1); i++)
        {
            times.Add(Time(repeats, action));
        }
    }

    private static long Time(int repeats, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
        {
            action();
        }
        return Stopwatch.GetTimestamp() - start;
    }

    private static long Median(List<long> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static float* Samples(nint count)
    {
        var random = new Random(1);
        float* values = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), 64);
        for (nint i = 0; i < count; i++)
        {
            values[i] = random.NextSingle() - 0.5f;
        }
        return values;
    }

    private static double Difference(float* x, float* y, nint count)
    {
        double most = 0;
        for (nint i = 0; i < count; i++)
        {
            most = Math.Max(most, Math.Abs(x[i] - (double)y[i]));
        }
        return most;
    }
}

/// <summary>A figure of the table: 10⁹ floating-point operations a second.</summary>
internal sealed record Result(string Name, double Ours, double Peer)
{
    public double Ratio => Ours / Peer;
}
