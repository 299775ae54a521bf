using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Calorimeter;

/// <summary>
/// Follows a particle through the tracker: electrons radiate photons and scatter, photons become pairs, and charged particles
/// bend in the field. What comes out at the calorimeter is a list of particles.
/// </summary>
internal sealed class TrackerCascade
{
    /// <summary>The calorimeter's front, in metres from the beam.</summary>
    internal const double CalorimeterRadius = 1.29;

    private const double LeastPhoton = 0.1;             // GeV: softer ones are not followed
    private const double LeastTransverse = 0.9;         // GeV: softer electrons curl up before the calorimeter
    private const double PairsPerRadiation = 7.0 / 9;   // pair production per radiation length, at high energy
    private const double ScatteringMomentum = 0.0136;   // GeV, Highland's formula
    private const double ElectronMass = 0.000511;       // GeV

    private readonly Stack<FlyingParticle> _flying = new();
    private readonly List<FlyingParticle> _arrived = [];

    /// <summary>The particles that reached the calorimeter, the last time.</summary>
    internal IReadOnlyList<FlyingParticle> Arrived => _arrived;

    /// <summary>Follows one particle from the beam.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="charge">−1, 1, or 0 for a photon.</param>
    /// <param name="energy">In GeV.</param>
    /// <param name="eta">Its pseudorapidity.</param>
    internal void Follow(SeededRandom random, int charge, double energy, double eta)
    {
        double grow = PortableMath.Exp(eta), cosh = 0.5 * (grow + (1 / grow));
        _arrived.Clear();
        _flying.Push(new FlyingParticle(charge, energy, 0, 0, 0, 0, 0, 0));
        while (_flying.TryPop(out FlyingParticle particle))
        {
            bool alive = true;
            while (alive && particle.Layer < TrackerMaterial.Radii.Length)
            {
                int layer = particle.Layer;
                double thickness = TrackerMaterial.Thickness(layer, eta);
                particle = particle.At(TrackerMaterial.Radii[layer], cosh) with { Layer = layer + 1 };
                if (particle.Charge == 0) alive = !Converts(random, particle, thickness);
                else particle = Radiate(random, Scatter(random, particle, thickness), thickness);
                alive &= particle.Charge == 0 || particle.Energy > LeastTransverse * cosh;
            }
            if (alive) _arrived.Add(particle.At(CalorimeterRadius, cosh));
        }
    }

    // A photon becomes an electron and a positron, x of its energy for one: dN/dx ~ 1 − 4/3 x (1 − x), the high-energy limit of
    // Bethe and Heitler (Particle Data Group, "Passage of particles through matter", photon and electron interactions).
    private bool Converts(SeededRandom random, FlyingParticle photon, double thickness)
    {
        if (photon.Energy < 20 * ElectronMass || random.NextExponential() > PairsPerRadiation * thickness) return false;
        double x;
        do x = random.NextDouble();
        while (random.NextDouble() > 1 - (4.0 / 3 * x * (1 - x)));
        _flying.Push(photon with { Charge = 1, Energy = x * photon.Energy });
        _flying.Push(photon with { Charge = -1, Energy = (1 - x) * photon.Energy });
        return true;
    }

    // An electron radiates photons of a fraction y of its energy: dN/dy = t/y (4/3 − 4/3 y + y²) in t radiation lengths
    // (the same review). The photons fly on in its direction; they leave it later in the field.
    private FlyingParticle Radiate(SeededRandom random, FlyingParticle electron, double thickness)
    {
        if (electron.Energy < 2 * LeastPhoton) return electron;
        double least = LeastPhoton / electron.Energy, decades = -PortableMath.Log(least);
        int photons = PoissonCounts.Next(random, 4.0 / 3 * decades * thickness);
        for (int i = 0; i < photons; i++)
        {
            double y = least * PortableMath.Exp(decades * random.NextDouble());
            // The 1/y was drawn; the rest is kept with its probability. At most 1 at y = 0.
            if (random.NextDouble() > 1 - y + (0.75 * y * y)) continue;
            double energy = y * electron.Energy;
            if (energy < LeastPhoton) continue;
            _flying.Push(electron with { Charge = 0, Energy = energy });
            electron = electron with { Energy = electron.Energy - energy };
        }
        return electron;
    }

    // Highland's formula without its logarithm: θ₀ = 13.6 MeV / p · √t in each direction (the same review).
    private static FlyingParticle Scatter(SeededRandom random, FlyingParticle electron, double thickness)
    {
        double angle = ScatteringMomentum / electron.Energy * Math.Sqrt(thickness);
        return electron with
        {
            SideSlope = electron.SideSlope + (angle * random.NextNormal()),
            AlongSlope = electron.AlongSlope + (angle * random.NextNormal()),
        };
    }
}
