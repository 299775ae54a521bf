using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ManagedTorch.Benchmarks;

long start = Stopwatch.GetTimestamp();
switch (args)
{
    case ["list"]:
        Console.WriteLine(string.Join('\n', Workload.Names));
        return 0;
    case ["first-use"]:
        Console.WriteLine(JsonSerializer.Serialize(Measurements.First(start), Output.Default.FirstStep));
        return 0;
    case ["time", string name, string threads, string steps, string warmUp]:
        double seconds = double.Parse(warmUp, CultureInfo.InvariantCulture);
        StepTimes times = Measurements.Time(name, Number(threads), Number(steps), seconds);
        Console.WriteLine(JsonSerializer.Serialize(times, Output.Default.StepTimes));
        return 0;
    case ["memory", string name, string threads, string steps]:
        StepMemory memory = Measurements.Memory(name, Number(threads), Number(steps));
        Console.WriteLine(JsonSerializer.Serialize(memory, Output.Default.StepMemory));
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: list | first-use | time NAME THREADS STEPS WARM-UP-SECONDS | memory NAME THREADS GROWTH-STEPS; prints JSON");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
