using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ManagedTorch.Benchmarks;

long start = Stopwatch.GetTimestamp();
// Every mode prints one line of JSON; see Usage.
switch (args)
{
    case ["list"]:
        Console.WriteLine(string.Join('\n', Workload.Names));
        return 0;
    case ["first-use"]:
        Console.WriteLine(JsonSerializer.Serialize(Measurements.First(start), Output.Default.FirstStep));
        return 0;
    case ["time", string name, string threads, string steps, string warmUp]:
        Console.WriteLine(JsonSerializer.Serialize(
            Measurements.Time(name, Number(threads), Number(steps), double.Parse(warmUp, CultureInfo.InvariantCulture)), Output.Default.StepTimes));
        return 0;
    case ["memory", string name, string threads, string steps]:
        Console.WriteLine(JsonSerializer.Serialize(Measurements.Memory(name, Number(threads), Number(steps)), Output.Default.StepMemory));
        return 0;
    default:
        Console.Error.WriteLine("Usage: list | first-use | time NAME THREADS STEPS WARM-UP-SECONDS | memory NAME THREADS GROWTH-STEPS");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
