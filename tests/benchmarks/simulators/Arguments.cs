using System.Globalization;
using HackLab.Data;

namespace HackLab.Simulation.Benchmarks;

/// <summary>The command line.</summary>
internal sealed class Arguments
{
    private static readonly string[] All = ["higgs", "higgs-depth", "calorimeter", "disks"];

    internal Arguments(string[] args)
    {
        var names = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--rows": Rows = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
                case "--real": RealData = args[++i]; break;
                case "--json": Json = args[++i]; break;
                default: names.Add(args[i]); break;
            }
        }
        Names = names.Count > 0 ? names : All;
        RealData ??= RealDataFolder.Find();
    }

    internal IReadOnlyList<string> Names { get; }

    internal int? Rows { get; }

    internal string? RealData { get; }

    internal string? Json { get; }
}
