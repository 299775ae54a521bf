using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Calorimeter;

/// <summary>Takes images of single particles; holds the work space of one thread.</summary>
internal sealed class ParticleCamera
{
    private readonly TrackerCascade _cascade = new();
    private readonly CrystalMatrix _crystals = new();

    /// <summary>Follows one particle, of random direction and charge, into the calorimeter and reads the image.</summary>
    internal void Take(SeededRandom random, bool isElectron, Span<float> image)
    {
        double eta;
        do
        {
            eta = ParticleImageSimulator.LargestEta * ((2 * random.NextDouble()) - 1);
            int charge = isElectron ? (random.NextDouble() < 0.5 ? -1 : 1) : 0;
            Shoot(random, charge, eta);
        }
        while (!_crystals.Read(random, eta, image));
    }

    /// <summary>Fills the crystals; gives the energy that reached them in GeV.</summary>
    internal double Shoot(SeededRandom random, int charge, double eta)
    {
        double grow = PortableMath.Exp(eta), cosh = 0.5 * (grow + (1 / grow));
        _crystals.Clear();
        _cascade.Follow(random, charge, ParticleImageSimulator.TransverseMomentum * cosh, eta);
        // Where within a crystal the line enters is as random as the collision's place.
        double offsetEta = CrystalMatrix.CrystalAngle * random.NextDouble(), offsetPhi = CrystalMatrix.CrystalAngle * random.NextDouble();
        double arrived = 0;
        foreach (FlyingParticle particle in _cascade.Arrived)
        {
            double phi = particle.Side / TrackerCascade.CalorimeterRadius, along = particle.Along / TrackerCascade.CalorimeterRadius;
            _crystals.Shower(random, particle.Energy, offsetEta + along, offsetPhi + phi);
            arrived += particle.Energy;
        }
        return arrived;
    }
}
