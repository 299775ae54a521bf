using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Running;

/// <summary>How notebooks are run.</summary>
internal sealed record RunOptions
{
    /// <summary>smoke, class or full: what lessons find in HACKLAB_SCALE; null to leave the environment's as it is.</summary>
    public string? Scale { get; init; }

    /// <summary>How long one cell may run; null for as long as it likes.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How long an interrupted cell may take to stop before its process is ended.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many notebooks run at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Where results go; null for the default place.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Where the report goes; null for report.json in the output folder.</summary>
    public string? ReportPath { get; init; }

    /// <summary>The metrics to read when a notebook has run, by its path.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<MetricBand>> Metrics { get; init; } = new Dictionary<string, IReadOnlyList<MetricBand>>();

    /// <summary>Values for parameters cells, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
