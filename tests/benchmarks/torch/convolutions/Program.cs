using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ManagedTorch.Benchmarks;
using TorchSharp.Kernels;

// Times of single convolution layers: forward, gradient by input and by weight; median over at least 5 runs and a quarter second.
// Usage: Convolutions [threads [part of a layer's name]]. The twin for PyTorch is convolutions.py.
Workers.Count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
string wanted = args.Length > 1 ? args[1] : "";
Console.WriteLine($"{"layer",-28}{"GFLOP",8}{"forward",10}{"dx",10}{"dw",10}   ms, {Workers.Count} threads");
foreach ((string name, ConvShape s) in Layers.All)
{
    if (name.Contains(wanted, StringComparison.Ordinal))
    {
        Measure(name, s);
    }
}

static unsafe void Measure(string name, ConvShape s)
{
    float* x = Array(s.Batch * s.InChannels * s.InPlane), w = Array(s.OutChannels * s.GroupIn * s.Taps), bias = Array(s.OutChannels);
    float* y = Array(s.Batch * s.OutChannels * s.OutPlane);
    double flop = 2.0 * s.Batch * s.OutChannels * s.OutPlane * s.GroupIn * s.Taps;
    double forward = Median(() => Convolution.Forward(s, x, w, bias, y));
    double input = Median(() => Convolution.BackwardInput(s, y, w, null, x));
    double weight = Median(() => Convolution.BackwardWeight(s, x, y, w));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-28}{flop / 1e9,8:F3}{forward,10:F3}{input,10:F3}{weight,10:F3}   "
        + $"{flop / 1e6 / forward,6:F0} {flop / 1e6 / input,6:F0} {flop / 1e6 / weight,6:F0} GFLOP/s"));
    NativeMemory.AlignedFree(x);
    NativeMemory.AlignedFree(w);
    NativeMemory.AlignedFree(bias);
    NativeMemory.AlignedFree(y);
}

static unsafe float* Array(nint count)
{
    var random = new Random(1);
    float* values = (float*)NativeMemory.AlignedAlloc((nuint)(count * sizeof(float)), 64);
    for (nint i = 0; i < count; i++)
    {
        values[i] = random.NextSingle() - 0.5f;
    }
    return values;
}

static double Median(Action run)
{
    var times = new List<double>();
    var all = Stopwatch.StartNew();
    run();
    while (times.Count < 5 || (all.ElapsedMilliseconds < 250 && times.Count < 200))
    {
        long start = Stopwatch.GetTimestamp();
        run();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
    times.Sort();
    return times[times.Count / 2];
}
