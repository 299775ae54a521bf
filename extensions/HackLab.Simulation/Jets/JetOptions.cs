namespace HackLab.Simulation.Jets;

/// <summary>How jets are made: their momenta, the shower and the hadrons. Change it by <c>with</c>.</summary>
public sealed record JetOptions
{
    /// <summary>Jets of 500 to 550 GeV in a cone of 0.4, as in the EnergyFlow set of Pythia jets
    /// (doi:10.5281/zenodo.3164691).</summary>
    public static JetOptions Hard { get; } = new();

    /// <summary>Smallest transverse momentum of the jet, in GeV.</summary>
    public double MinPt { get; init; } = 500;

    /// <summary>Largest, in GeV.</summary>
    public double MaxPt { get; init; } = 550;

    /// <summary>n of the falling spectrum dN/dpT ~ pT^−n of the partons that start jets, above 1.</summary>
    public double Steepness { get; init; } = 5;

    /// <summary>R, the jet's radius in (y, φ), of the anti-kT algorithm; at most 1.</summary>
    public double Radius { get; init; } = 0.4;

    /// <summary>Largest |y| of the jet's axis.</summary>
    public double MaxRapidity { get; init; } = 1.7;

    /// <summary>The share of quark jets.</summary>
    public double QuarkShare { get; init; } = 0.5;

    /// <summary>
    /// α_s at the Z boson's mass, 91.19 GeV. The world average is 0.118; a shower of first order needs more to make up for what
    /// it
    /// leaves out, Pythia 8's for instance takes 0.1365, and so do we.
    /// </summary>
    public double AlphaS { get; init; } = 0.1365;

    /// <summary>Q₀, GeV: the smallest transverse momentum of an emission against its emitter; below it hadrons form.</summary>
    public double CutOff { get; init; } = 0.6;

    /// <summary>Particles of the underlying event per unit of y and φ; they have nothing to do with the jet.</summary>
    public double UnderlyingDensity { get; init; } = 3;

    /// <summary>Their mean transverse momentum, GeV (exponential).</summary>
    public double UnderlyingMeanPt { get; init; } = 0.8;

    internal JetOptions Checked()
    {
        if (!(MinPt > 0 && MaxPt > MinPt && MaxPt < 1e5))
            throw new ArgumentException($"Momenta must be 0 < MinPt < MaxPt < 100,000 GeV, not {MinPt} and {MaxPt}.");
        if (!(Steepness > 1 && Steepness <= 20)) throw new ArgumentException($"Steepness must be above 1 and at most 20, not {Steepness}.");
        if (!(Radius > 0 && Radius <= 1)) throw new ArgumentException($"Radius must be above 0 and at most 1, not {Radius}.");
        if (!(QuarkShare >= 0 && QuarkShare <= 1)) throw new ArgumentException($"QuarkShare must be 0 to 1, not {QuarkShare}.");
        if (!(AlphaS > 0 && AlphaS <= 0.14)) throw new ArgumentException($"AlphaS must be above 0 and at most 0.14, not {AlphaS}.");
        // One loop grows without bound near Λ, which is 0.09 GeV at α_s = 0.118 and 0.25 GeV at 0.14.
        if (!(CutOff >= 0.5 && CutOff < MinPt)) throw new ArgumentException($"CutOff must be at least 0.5 GeV and below MinPt, not {CutOff}.");
        if (!(UnderlyingDensity >= 0 && UnderlyingDensity <= 1000))
            throw new ArgumentException($"UnderlyingDensity must be 0 to 1000, not {UnderlyingDensity}.");
        if (!(UnderlyingMeanPt > 0)) throw new ArgumentException($"UnderlyingMeanPt must be above 0, not {UnderlyingMeanPt}.");
        if (!(MaxRapidity >= 0 && MaxRapidity <= 10)) throw new ArgumentException($"MaxRapidity must be 0 to 10, not {MaxRapidity}.");
        return this;
    }
}
