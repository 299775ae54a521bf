using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Calorimeter;

/// <summary>
/// A part of the barrel calorimeter around the first particle's direction: showers put energy into crystals, and the electronics
/// read those out around the hottest one.
/// </summary>
internal sealed class CrystalMatrix
{
    /// <summary>Crystals along each side of an image; the hottest is number 16 from 0 in rows and columns.</summary>
    internal const int ImageSide = 32, Middle = 16;

    private const int Side = 96;                     // wide enough for what bends far away and still is the hottest
    internal const double CrystalAngle = 0.0174;      // in η and in φ

    // The shower: core and halo in crystals, the core's share, and how much they vary from shower to shower.
    private const double CoreRadius = 0.09, HaloRadius = 0.85, CoreShare = 0.78, RadiusSpread = 0.05;
    private const int WideReach = 5, NarrowReach = 3; // crystals around the shower that get energy
    private const double WideEnergy = 3;              // GeV
    private const double StochasticTerm = 0.028, ConstantTerm = 0.003; // σ/E = 2.8 % / √E ⊕ 0.3 %

    private const double LeastNoise = 0.04, MostNoise = 0.06;  // GeV per crystal
    private const double Suppression = 2.5;                    // crystals below so many standard deviations of noise are not read

    // The time of a hit: its error falls with energy (Chatrchyan et al. 2010, JINST 5 T03011: 35 ns · noise / amplitude), in units
    // of 10 ns; beyond one bunch crossing of 25 ns it is set to that.
    private const double TimeNoise = 3.5, TimeFloor = 0.01, TimeRange = 2.5;

    private const double BarrelEnd = 1.479;                    // |η| where the barrel's crystals end

    private readonly double[] _energy = new double[Side * Side];
    private readonly double[] _corners = new double[((2 * WideReach) + 2) * ((2 * WideReach) + 2)];

    internal void Clear() => Array.Clear(_energy);

    /// <summary>All energy in crystals, in GeV.</summary>
    internal double Total => _energy.Sum();

    /// <summary>Adds the shower of a particle.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="energy">In GeV.</param>
    /// <param name="eta">Where it enters, from the matrix's middle.</param>
    /// <param name="phi">Likewise, around the beam.</param>
    internal void Shower(SeededRandom random, double energy, double eta, double phi)
    {
        double response = Math.Sqrt((StochasticTerm * StochasticTerm / energy) + (ConstantTerm * ConstantTerm));
        double measured = energy * Math.Max(1 + (response * random.NextNormal()), 0);
        double scale = PortableMath.Exp(RadiusSpread * random.NextNormal());
        double row = (0.5 * Side) + (eta / CrystalAngle), column = (0.5 * Side) + (phi / CrystalAngle);
        int reach = energy > WideEnergy ? WideReach : NarrowReach, edges = (2 * reach) + 2;
        if (!(row > reach && column > reach && row < Side - reach - 1 && column < Side - reach - 1)) return; // beside the matrix
        (int firstRow, int firstColumn) = ((int)row - reach, (int)column - reach);
        for (int i = 0; i < edges; i++)
        {
            for (int j = 0; j < edges; j++)
            {
                double y = firstRow + i - row, x = firstColumn + j - column;
                _corners[(i * edges) + j] = (CoreShare * ShowerProfile.Corner(x, y, CoreRadius * scale))
                    + ((1 - CoreShare) * ShowerProfile.Corner(x, y, HaloRadius * scale));
            }
        }
        for (int i = 0; i < edges - 1; i++)
        {
            for (int j = 0; j < edges - 1; j++)
            {
                int c = (i * edges) + j;
                double share = _corners[c + edges + 1] - _corners[c + edges] - _corners[c + 1] + _corners[c];
                _energy[((firstRow + i) * Side) + firstColumn + j] += measured * share;
            }
        }
    }

    /// <summary>Reads the crystals around the hottest: energy and time, zero where nothing was read.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="eta">The pseudorapidity of the matrix's middle.</param>
    /// <param name="image">Receives shape [2, 32, 32]; rows run along η, columns along φ.</param>
    /// <returns>False if the image would reach beyond the matrix, or there is no energy.</returns>
    internal bool Read(SeededRandom random, double eta, Span<float> image)
    {
        int hottest = 0;
        for (int i = 1; i < _energy.Length; i++)
        {
            if (_energy[i] > _energy[hottest]) hottest = i;
        }
        (int row, int column) = ((hottest / Side) - Middle, (hottest % Side) - Middle);
        if (row < 0 || column < 0 || row + ImageSide > Side || column + ImageSide > Side || _energy[hottest] < 1) return false;
        const int middle = (Middle * ImageSide) + Middle, size = ImageSide * ImageSide;
        Span<float> energies = image[..size], times = image[size..];
        do // again, should noise lift another crystal above the hottest
        {
            for (int i = 0; i < size; i++)
            {
                double noise = LeastNoise + ((MostNoise - LeastNoise) * random.NextDouble());
                double energy = _energy[((row + (i / ImageSide)) * Side) + column + (i % ImageSide)] + (noise * random.NextNormal());
                double place = eta + ((row + (i / ImageSide) + 0.5 - (0.5 * Side)) * CrystalAngle);
                bool read = energy > Suppression * noise && Math.Abs(place) < BarrelEnd;
                double error = TimeFloor + (TimeNoise * noise / energy);
                energies[i] = read ? (float)(energy / ParticleImageSimulator.GevPerUnit) : 0;
                times[i] = read ? (float)Math.Clamp(error * random.NextNormal(), -TimeRange, TimeRange) : 0;
            }
        }
        while (HottestOf(energies) != middle);
        return true;
    }

    private static int HottestOf(ReadOnlySpan<float> energies)
    {
        int hottest = 0;
        for (int i = 1; i < energies.Length; i++)
        {
            if (energies[i] > energies[hottest]) hottest = i;
        }
        return hottest;
    }
}
