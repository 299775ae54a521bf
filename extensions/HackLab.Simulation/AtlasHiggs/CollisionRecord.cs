using HackLab.Simulation.ColliderEvents;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>What came out of one collision before the detector: a lepton, what will be taken for a hadronic τ, and partons.</summary>
internal sealed class CollisionRecord
{
    /// <summary>The jets to be; the lepton and the neutrino of the event are not used.</summary>
    internal TrueEvent Partons { get; } = new();

    internal FourMomentum Lepton { get; set; }

    /// <summary>The hadrons of a τ decay, or a jet that the detector takes for them.</summary>
    internal FourMomentum Tau { get; set; }

    internal void Clear() => Partons.Clear();
}
