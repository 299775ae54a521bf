using HackLab.Simulation.ColliderEvents;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>What the detector reports of one collision.</summary>
internal sealed class AtlasEvent
{
    internal const int MostJets = 24;

    internal FourMomentum Tau { get; set; }

    internal FourMomentum Lepton { get; set; }

    internal double MissingX { get; set; }

    internal double MissingY { get; set; }

    /// <summary>The sum of transverse energies in the whole detector, GeV.</summary>
    internal double SumEt { get; set; }

    /// <summary>The jets above 30 GeV, hardest first.</summary>
    internal FourMomentum[] Jets { get; } = new FourMomentum[MostJets];

    internal int JetCount { get; set; }
}
