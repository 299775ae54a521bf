using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// Images of jets as a calorimeter gives them: the transverse momentum in cells of 0.0348 × 0.0348 in (η, φ), two by two
/// crystals of
/// CMS's, 30 × 30 of them around the cell that the jet's axis points at; cells below the threshold are 0, and each image is
/// divided by its largest cell.
/// </summary>
public static class JetImageSimulator
{
    /// <summary>Pixels along each side.</summary>
    public const int Side = 30;

    /// <summary>A cell's width in η and φ.</summary>
    public const double Cell = 0.0348;

    /// <summary>The row and column that the jet's axis falls in.</summary>
    public const int Centre = 15;

    /// <summary>Cells below it, in GeV, are set to 0, as a calorimeter suppresses noise.</summary>
    public const double Threshold = 0.5;

    /// <summary>Simulates images.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same images on every machine.</param>
    /// <param name="options">How the jets are made; null for <see cref="JetOptions.Hard"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>SimulatedJetImages images = JetImageSimulator.Generate(1000, seed: 42);</code></example>
    public static SimulatedJetImages Generate(
        int count, long seed = 42, JetOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / (Side * Side));
        var x = new float[count * Side * Side];
        var y = new int[count];
        JetSimulator.ForEach(count, seed, options ?? JetOptions.Hard, cancellation, (i, isQuark, jet) =>
        {
            y[i] = isQuark ? 1 : 0;
            Draw(jet, x.AsSpan(i * Side * Side, Side * Side));
        });
        return new SimulatedJetImages(x, y);
    }

    /// <summary>The image of one jet, shape [30, 30]: rows are η, columns φ.</summary>
    internal static void Draw(IReadOnlyList<JetConstituent> jet, Span<float> image)
    {
        (double axisY, double axisPhi) = JetShape.Axis(jet);
        // Cells stand still, wherever the jet points: its axis falls anywhere within the one in the middle.
        double firstRow = Math.Floor(axisY / Cell) - Centre, firstColumn = Math.Floor(axisPhi / Cell) - Centre;
        Span<double> energy = stackalloc double[Side * Side];
        energy.Clear();
        foreach (JetConstituent particle in jet)
        {
            double phi = axisPhi + JetShape.AngleBetween(particle.Phi, axisPhi);
            int row = (int)(Math.Floor(particle.Y / Cell) - firstRow), column = (int)(Math.Floor(phi / Cell) - firstColumn);
            if ((uint)row < Side && (uint)column < Side) energy[(row * Side) + column] += particle.Pt;
        }
        double largest = 0;
        foreach (double value in energy) largest = Math.Max(largest, value);
        for (int i = 0; i < energy.Length; i++)
            image[i] = energy[i] < Threshold || largest == 0 ? 0 : (float)(energy[i] / largest);
    }
}
