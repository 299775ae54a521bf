using System.Globalization;
using System.Text.Json;
using HackLab.Data;
using HackLab.Simulation.Benchmarks;

// One group of promises after the other; each prints what it finds as soon as it is known.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = new Arguments(args);
var found = new List<Finding>();
foreach (string name in options.Names)
{
    IEnumerable<Finding> findings = name switch
    {
        "higgs" => HiggsPromises.Transfer(options.RealData),
        "higgs-depth" => HiggsPromises.Depth(options.Rows ?? 1_000_000),
        "calorimeter" => CalorimeterPromises.Check(options.Rows ?? 30_000),
        "disks" => DiskPromises.Check(options.Rows ?? 3_000),
        _ => throw new ArgumentException($"There is no '{name}': higgs, higgs-depth, calorimeter, disks."),
    };
    foreach (Finding finding in findings)
    {
        found.Add(finding);
        Console.WriteLine($"{finding.Name,-66} {finding.Value,8:F4}   {finding.Promise}");
    }
}
if (options.Json is { } path) File.WriteAllText(path, JsonSerializer.Serialize(found, Finding.Json));
