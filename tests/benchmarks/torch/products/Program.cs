using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ManagedTorch.Benchmarks.Products;

// Products [--json FILE] [--only square|small] [--threads N] [--seconds S]: ours and OpenBLAS in turn, medians.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? json = Option("--json"), only = Option("--only");
double seconds = double.Parse(Option("--seconds") ?? "0.5");
int[] threadCounts = Option("--threads") is string count ? [int.Parse(count)] : [1, 2];

int[] sides = [256, 384, 512, 768, 1024, 1536, 2048];
Shape[] squares = [.. sides.Select(side => new Shape(side, side, side))];
Shape[] small =
[
    new(100, 300, 28, TransposeB: true), new(100, 300, 300, TransposeB: true), new(100, 300, 300), new(300, 300, 100,
        TransposeA: true),
    new(300, 28, 100, TransposeA: true), new(100, 1, 300, TransposeB: true), new(100, 300, 1), new(1, 300, 100, TransposeA: true),
    new(1024, 300, 28, TransposeB: true), new(1024, 300, 300, TransposeB: true), new(1024, 300, 300), new(300, 300, 1024,
        TransposeA: true),
    new(300, 28, 1024, TransposeA: true), new(1024, 1, 300, TransposeB: true), new(1024, 300, 1),
    new(256, 256, 942, TransposeB: true), new(256, 256, 256, TransposeB: true), new(256, 942, 256, TransposeA: true), new(256,
        3, 256, TransposeB: true),
    new(4160, 64, 64, TransposeB: true), new(4160, 256, 64, TransposeB: true), new(4160, 64, 256, TransposeB: true),
    new(64, 64, 4160, TransposeA: true), new(256, 64, 4160, TransposeA: true), new(4160, 64, 64), new(128, 4096, 128,
        TransposeB: true),
    new(128, 128, 4096), new(65, 65, 16, TransposeB: true, Batch: 256), new(65, 16, 65, Batch: 256), new(65, 16, 65,
        TransposeA: true, Batch: 256),
    new(64, 64, 64), new(32, 1024, 288), new(32, 288, 1024, TransposeB: true), new(288, 1024, 32, TransposeA: true),
    new(1024, 1, 1024), new(1, 1024, 1024, TransposeB: true), new(1, 1024, 1024), new(16, 512, 128, TransposeB: true),
];
Shape[] shapes = only switch { "square" => squares, "small" => small, _ => [.. squares, .. small] };

OpenBlas? peer = OpenBlas.Find();
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
Console.WriteLine(peer != null ? peer.Version : "OpenBLAS was not found, so only ours is measured. Debian: apt install libopenblas0-pthread.");
double peak = Measurement.Peak();
Console.WriteLine($"measured peak of one thread: {peak:f1} Gflop/s");
Console.WriteLine();
Console.WriteLine("| product | ours, Gflop/s | OpenBLAS | ratio | of the peak |");
Console.WriteLine("|---|---|---|---|---|");
var results = new List<Result>();
foreach (Shape shape in shapes)
{
    foreach (int threads in threadCounts)
    {
        Result result = Measurement.Measure(shape, threads, peer, seconds);
        results.Add(result);
        Console.WriteLine($"| {result.Name} | {result.Ours:f1} | {result.Peer:f1} | {result.Ratio:f2} | {result.Ours / (peak * threads):p0} |");
    }
}
if (json != null)
{
    var figures = results.Select(result => new
    {
        name = result.Name,
        ours_gflops = Math.Round(result.Ours, 2),
        peer_gflops = peer == null ? (double?)null : Math.Round(result.Peer, 2),
        ratio = peer == null ? (double?)null : Math.Round(result.Ratio, 3),
    });
    File.WriteAllText(json, JsonSerializer.Serialize(figures, new JsonSerializerOptions { WriteIndented = true }));
}
return 0;

string? Option(string name)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
