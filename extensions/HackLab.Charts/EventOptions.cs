namespace HackLab.Charts;

/// <summary>Settings of event displays.</summary>
public sealed record EventOptions : FigureOptions
{
    /// <summary>The radius of jets in η and φ.</summary>
    public double JetRadius { get; init; } = 0.4;

    /// <summary>The unit of momenta.</summary>
    public string Unit { get; init; } = "GeV";
}
