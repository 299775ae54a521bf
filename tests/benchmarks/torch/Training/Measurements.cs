using System.Diagnostics;
using static TorchSharp.torch;

namespace ManagedTorch.Benchmarks;

/// <summary>What one run of this program measures; each gives a record that is printed as JSON.</summary>
internal static class Measurements
{
    // 200 steps are what the average counts; before them the pools fill and the code gets its last tier.
    private const int SteadySteps = 200, StepsBeforeSteady = 60;

    /// <summary>Steps of a workload, timed one by one, after a warm-up.</summary>
    internal static StepTimes Time(string name, int threads, int steps, double warmUpSeconds)
    {
        set_num_threads(threads);
        Training training = new(Workload.Create(name));
        List<float> losses = [];
        long begin = Stopwatch.GetTimestamp();
        while (losses.Count < 3 || Stopwatch.GetElapsedTime(begin).TotalSeconds < warmUpSeconds)
            losses.Add(training.StepInScope());
        double[] times = new double[steps];
        for (int i = 0; i < steps; i++)
        {
            long start = Stopwatch.GetTimestamp();
            losses.Add(training.StepInScope());
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return new StepTimes(name, threads, times, losses[0], losses[^1]);
    }

    /// <summary>Garbage per step, and the working set's growth over as many bare steps again as asked for: nobody disposes.</summary>
    internal static StepMemory Memory(string name, int threads, int growthSteps)
    {
        set_num_threads(threads);
        Training training = new(Workload.Create(name));
        double inScope = Garbage(training.StepInScope);
        double bare = Garbage(() => training.Step());
        double before = WorkingSet();
        for (int i = 0; i < growthSteps; i++) training.Step();
        return new StepMemory(name, threads, inScope, bare, before, WorkingSet());
    }

    private static double Garbage(Func<float> step)
    {
        for (int i = 0; i < StepsBeforeSteady; i++) step();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < SteadySteps; i++) step();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)SteadySteps / 1024;
    }

    private static double WorkingSet()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }

    /// <summary>The first training step of a fresh process, from the program's first line on.</summary>
    internal static FirstStep First(long start)
    {
        Workload workload = Workload.Create("higgs-mlp-100");
        float loss = new Training(workload).StepInScope();
        return new FirstStep(Stopwatch.GetElapsedTime(start).TotalMilliseconds, loss);
    }
}

internal sealed record StepTimes(string Name, int Threads, double[] Ms, float FirstLoss, float LastLoss);

internal sealed record StepMemory(
    string Name, int Threads, double GarbageInScopeKb, double GarbageBareKb, double WorkingSetBeforeMb, double WorkingSetAfterMb);

internal sealed record FirstStep(double Ms, float Loss);
