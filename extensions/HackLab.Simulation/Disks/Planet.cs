namespace HackLab.Simulation.Disks;

/// <summary>A planet in a disk.</summary>
/// <param name="Mass">Its mass in solar masses; the star has one.</param>
/// <param name="Radius">Its circular orbit's radius in AU.</param>
public sealed record Planet(double Mass, double Radius)
{
    /// <summary>Its azimuth at the first snapshot, in radians.</summary>
    internal double Phase { get; init; }

    /// <summary>Brightness of its own surroundings as a share of the disk's there without a gap; 0 for none.</summary>
    internal double Glow { get; init; }
}
