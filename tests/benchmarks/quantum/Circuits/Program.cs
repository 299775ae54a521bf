using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HackLab.Quantum;
using HackLab.Quantum.Benchmarks;

// One measurement: its name and how often. Prints the milliseconds of each run and a value that the peer must find too.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
(string name, int runs) = (args[0], int.Parse(args[1]));
Func<double> work = name switch
{
    "ring" => Forward(real: true),
    "ring-complex" => Forward(real: false),
    "ring-gradient" => Gradient(),
    "autoencoder" => new Autoencoder(swapTest: true).Step,
    "autoencoder-projector" => new Autoencoder(swapTest: false).Step,
    _ => throw new ArgumentException($"There is no '{name}'."),
};
double value = work();
long begin = Stopwatch.GetTimestamp();
for (int i = 0; i < 40 && Stopwatch.GetElapsedTime(begin).TotalSeconds < 3; i++) work();    // until the compiler has seen what is hot
var times = new double[runs];
for (int i = 0; i < runs; i++)
{
    long start = Stopwatch.GetTimestamp();
    work();
    times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}
Console.WriteLine(JsonSerializer.Serialize(new { ms = times, value, memory_mb = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6 }));

static Func<double> Forward(bool real)
{
    QuantumCircuit circuit = Rings.Make(real);
    return () => circuit.Expectation(Pauli.Z(0), Rings.Angles);
}

static Func<double> Gradient()
{
    QuantumCircuit circuit = Rings.Make(real: true);
    return () => circuit.Gradient(Pauli.Z(0), Rings.Angles).Sum();
}
