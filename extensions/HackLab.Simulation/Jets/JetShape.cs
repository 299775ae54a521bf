namespace HackLab.Simulation.Jets;

/// <summary>Numbers that describe a jet by its constituents; all weights are transverse momenta.</summary>
/// <param name="Pt">Σ pT, GeV.</param>
/// <param name="Girth">Σ pT ΔR / Σ pT, ΔR the distance in (y, φ) from the axis (Gallicchio and Schwartz 2011,
/// doi:10.1103/PhysRevLett.107.172001).</param>
/// <param name="PtD">√(Σ pT²) / Σ pT: 1 if one particle has everything (CMS PAS JME-13-002).</param>
/// <param name="MeanDistance">The mean ΔR, each constituent counting alike.</param>
/// <param name="Multiplicity">How many constituents.</param>
public sealed record JetShape(double Pt, double Girth, double PtD, double MeanDistance, int Multiplicity)
{
    /// <summary>Measures a jet.</summary>
    /// <param name="jet">At least one constituent of positive momentum.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <example><code>JetShape.Of([new(10, 0, 0, 211), new(10, 0.2, 0, 22)]).Girth   // 0.1</code></example>
    public static JetShape Of(IReadOnlyList<JetConstituent> jet)
    {
        ArgumentNullException.ThrowIfNull(jet);
        (double y, double phi) = Axis(jet);
        double pt = 0, squares = 0, weighted = 0, distances = 0;
        foreach (JetConstituent particle in jet)
        {
            double dy = particle.Y - y, dphi = AngleBetween(particle.Phi, phi), distance = Math.Sqrt((dy * dy) + (dphi * dphi));
            pt += particle.Pt;
            squares += particle.Pt * particle.Pt;
            weighted += particle.Pt * distance;
            distances += distance;
        }
        return new JetShape(pt, weighted / pt, Math.Sqrt(squares) / pt, distances / jet.Count, jet.Count);
    }

    /// <summary>The mean direction, weighted by pT; φ may lie outside (−π, π] by a jet's width.</summary>
    internal static (double Y, double Phi) Axis(IReadOnlyList<JetConstituent> jet)
    {
        double pt = 0, y = 0, phi = 0;
        foreach (JetConstituent particle in jet)
        {
            pt += particle.Pt;
            y += particle.Pt * particle.Y;
            phi += particle.Pt * AngleBetween(particle.Phi, jet[0].Phi);
        }
        if (!(pt > 0)) throw new ArgumentException("A jet needs a constituent of positive momentum.", nameof(jet));
        return (y / pt, jet[0].Phi + (phi / pt));
    }

    /// <summary>a − b, brought into [−π, π).</summary>
    internal static double AngleBetween(double a, double b)
    {
        double turns = Math.Floor(((a - b) / (2 * Math.PI)) + 0.5);
        return a - b - (2 * Math.PI * turns);
    }
}
