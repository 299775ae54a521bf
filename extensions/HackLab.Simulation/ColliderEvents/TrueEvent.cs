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
    private const int Most = 24; // 4 quarks, each split at most once, and at most 16 radiated gluons

    internal FourMomentum Lepton { get; set; }

    internal FourMomentum Neutrino { get; set; }

    internal FourMomentum[] Partons { get; } = new FourMomentum[Most];

    internal Flavour[] Flavours { get; } = new Flavour[Most];

    internal int Count { get; private set; }

    internal void Clear() => Count = 0;

    internal void Add(FourMomentum parton, Flavour flavour)
    {
        if (Count == Most) return;
        Partons[Count] = parton;
        Flavours[Count++] = flavour;
    }
}
