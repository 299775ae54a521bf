namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// Puts partons together that are too close to be seen apart: the pair with the smallest ΔR² = Δη² + Δφ² merges until none is
/// closer than the radius (Cambridge/Aachen; Dokshitzer, Leder, Moretti, Webber 1997). A jet with a b quark in it is a b jet.
/// </summary>
internal sealed class JetFinder
{
    private const double RadiusSquared = 0.5 * 0.5;

    internal int Count { get; private set; }

    internal FourMomentum[] Jets { get; } = new FourMomentum[TrueEvent.Most];

    internal Flavour[] Flavours { get; } = new Flavour[TrueEvent.Most];

    internal double[] Eta { get; } = new double[TrueEvent.Most];

    internal double[] Phi { get; } = new double[TrueEvent.Most];

    internal void Cluster(TrueEvent truth)
    {
        Count = truth.Count;
        for (int i = 0; i < Count; i++) Put(i, truth.Partons[i], truth.Flavours[i]);
        while (true)
        {
            (int a, int b, double nearest) = (0, 0, RadiusSquared);
            for (int i = 0; i < Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double distance = FourMomentum.DistanceSquared(Eta[i], Phi[i], Eta[j], Phi[j]);
                    if (distance < nearest) (a, b, nearest) = (j, i, distance);
                }
            }
            if (b == 0) return;
            Put(a, Jets[a] + Jets[b], (Flavour)Math.Max((int)Flavours[a], (int)Flavours[b]));
            Count--;
            if (b < Count) (Jets[b], Flavours[b], Eta[b], Phi[b]) = (Jets[Count], Flavours[Count], Eta[Count], Phi[Count]);
        }
    }

    private void Put(int i, FourMomentum p, Flavour flavour) => (Jets[i], Flavours[i], Eta[i], Phi[i]) = (p, flavour, p.Eta, p.Phi);
}
