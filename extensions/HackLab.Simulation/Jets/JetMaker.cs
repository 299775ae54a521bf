using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// Makes one jet after the other: first parton, shower, hadrons, underlying event, then what the jet algorithm finds, if it has
/// the momentum asked for. For one thread.
/// </summary>
internal sealed class JetMaker(JetOptions options)
{
    private const double Widest = 1;            // θ of the first emission; what leaves the jet is lost to it
    private const double HadronsChange = 0.04;  // of the jet's pT, at most, but for rare events
    private const double LargestLoss = 1.4;     // partons up to so many times MaxPt are tried
    private readonly PartonShower _shower = new(options);
    private readonly Hadronisation _hadronisation = new();
    private readonly AntiKt _algorithm = new(options.Radius);
    private readonly List<Parton> _partons = [];
    private readonly List<JetConstituent> _event = [], _jet = [];
    private readonly List<int> _found = [];

    /// <summary>The jet's particles in FastJet's order (see <see cref="AntiKt"/>); the list is used again for the next
    /// jet.</summary>
    internal List<JetConstituent> Make(SeededRandom random, bool isQuark)
    {
        double pt;
        do
        {
            if (!MakeEvent(random, isQuark))
            {
                pt = 0;
                continue;
            }
            _algorithm.HardestJet(_event, _found);
            _jet.Clear();
            pt = 0;
            foreach (int i in _found)
            {
                _jet.Add(_event[i]);
                pt += _event[i].Pt;
            }
        }
        while (pt < options.MinPt || pt > options.MaxPt);
        double y = options.MaxRapidity * ((2 * random.NextDouble()) - 1), phi = Math.PI * ((2 * random.NextDouble()) - 1);
        for (int i = 0; i < _jet.Count; i++)
            _jet[i] = _jet[i] with { Y = _jet[i].Y + y, Phi = Wrapped(_jet[i].Phi + phi) };
        return _jet;
    }

    // False where already the jet of partons is so far from the momentum asked for that hadrons will not bring it there.
    private bool MakeEvent(SeededRandom random, bool isQuark)
    {
        _partons.Clear();
        _event.Clear();
        _shower.Run(random, new Parton(FallingSpectrum(random), 0, 0, Widest, !isQuark), _partons);
        foreach (Parton parton in _partons) _event.Add(new JetConstituent(parton.Pt, parton.Y, parton.Phi, 0));
        _algorithm.HardestJet(_event, _found);
        double pt = 0;
        foreach (int i in _found) pt += _event[i].Pt;
        if (pt < options.MinPt * (1 - HadronsChange) || pt > options.MaxPt * (1 + HadronsChange)) return false;
        _event.Clear();
        foreach (Parton parton in _partons) _hadronisation.Run(random, parton, _event);
        AddUnderlyingEvent(random);
        return true;
    }

    // dN/dpT ~ pT^−n between the limits, from its inverse: pT = [min^(1−n) + u (max^(1−n) − min^(1−n))]^(1/(1−n)).
    private double FallingSpectrum(SeededRandom random)
    {
        double power = 1 - options.Steepness;
        // Below MinPt too: the underlying event adds a little.
        double least = 0.97 * options.MinPt, ratio = PortableMath.Exp(power * PortableMath.Log(LargestLoss * options.MaxPt / least));
        return least * PortableMath.Exp(PortableMath.Log(1 + (random.NextDouble() * (ratio - 1))) / power);
    }

    private void AddUnderlyingEvent(SeededRandom random)
    {
        double radius = 2 * options.Radius, mean = options.UnderlyingDensity * Math.PI * radius * radius;
        // The gaps of a Poisson process are exponential.
        for (double t = random.NextExponential(); t < mean; t += random.NextExponential())
        {
            double distance = radius * Math.Sqrt(random.NextDouble());
            (double cos, double sin) = TwoBodyDecay.Circle(random);
            double pt = Math.Max(options.UnderlyingMeanPt * random.NextExponential(), 1e-3);
            (int kind, _) = HadronKinds.Draw(random, pt);
            // Its neutral pions count as one photon: their two lie further apart than the jet's fine structure.
            if (kind == HadronKinds.NeutralPion) kind = HadronKinds.Photon;
            _event.Add(new JetConstituent(pt, distance * cos, distance * sin, kind));
        }
    }

    private static double Wrapped(double angle) =>
        angle >= Math.PI ? angle - (2 * Math.PI) : angle < -Math.PI ? angle + (2 * Math.PI) : angle;
}
