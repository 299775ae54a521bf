namespace HackLab.Simulation.Calorimeter;

/// <summary>
/// What lies between the collision and the calorimeter: thin cylinders of silicon, cables and supports. Radii are those of the CMS
/// tracker (CMS collaboration 2008, JINST 3 S08004, chapter 3); the whole thickness follows its figure of the material in
/// radiation lengths, 0.4 across the beam, 1.1 at |η| = 1 and 1.8 near 1.3.
/// </summary>
internal static class TrackerMaterial
{
    /// <summary>The layers' distances from the beam, in metres.</summary>
    internal static ReadOnlySpan<double> Radii =>
        [0.044, 0.073, 0.102, 0.255, 0.339, 0.418, 0.498, 0.608, 0.692, 0.780, 0.868, 0.965, 1.080];

    // The share of each layer: the pixel detector is light, the inner barrel's supports and services are heavy.
    private static ReadOnlySpan<double> Shares => [0.05, 0.04, 0.04, 0.10, 0.08, 0.08, 0.11, 0.11, 0.08, 0.08, 0.08, 0.07, 0.08];

    /// <summary>The thickness of one layer for a particle of pseudorapidity η, in radiation lengths.</summary>
    internal static double Thickness(int layer, double eta)
    {
        double squared = eta * eta;
        return Shares[layer] * (0.40 + (0.50 * squared) + (0.20 * squared * squared));
    }
}
