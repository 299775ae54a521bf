namespace HackLab.Simulation.ColliderEvents;

/// <summary>What kind of quark or gluon a jet starts from, as far as b-tagging can tell.</summary>
internal enum Flavour
{
    Light,
    Charm,
    Bottom,
}

/// <summary>What really came out of one collision, before any detector: a lepton, neutrinos, quarks and gluons.</summary>
internal sealed class TrueEvent
{
    internal const int Most = 24;        // 4 quarks, each split at most once, and at most 16 radiated gluons
    internal const double LeptonPt = 15; // GeV
    private const double SinhEta = 6.0502; // of |η| = 2.5

    internal FourMomentum Lepton { get; set; }

    /// <summary>Whether a detector would see the lepton: pT above 15 GeV, |η| = |asinh(pz/pT)| below 2.5.</summary>
    internal bool LeptonInReach =>
        Lepton.TransverseSquared > LeptonPt * LeptonPt && Lepton.Z * Lepton.Z < SinhEta * SinhEta * Lepton.TransverseSquared;

    internal FourMomentum Neutrino { get; set; }

    internal FourMomentum[] Partons { get; } = new FourMomentum[Most];

    internal Flavour[] Flavours { get; } = new Flavour[Most];

    internal int Count { get; private set; }

    internal void Clear() => Count = 0;

    /// <summary>Takes one parton out; the last one takes its place.</summary>
    internal void RemoveAt(int i)
    {
        Count--;
        (Partons[i], Flavours[i]) = (Partons[Count], Flavours[Count]);
    }

    internal void Add(FourMomentum parton, Flavour flavour)
    {
        if (Count == Most) return;
        Partons[Count] = parton;
        Flavours[Count++] = flavour;
    }
}
