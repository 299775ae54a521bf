using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// A detector in a few numbers: partons become jets, energies are smeared, jets are b-tagged, and events with a lepton, at least
/// four jets and exactly two b-tags are kept. Thresholds are those at which the published features begin when the masses are set
/// to a W of 80.4 GeV; the other constants were fitted to half of 7500 published rows, within what such detectors do.
/// </summary>
internal sealed class Detector
{
    private const double JetPt = 15, JetEta = 3;                       // GeV, -
    private const double Isolation = 0.4;                              // no jet closer to the lepton
    private const double TurnOnPt = 10, TurnOnWidth = 10;              // GeV: jets are found with the chance 1 − e^−(pT − 10)/10
    private const double Stochastic = 0.8, Constant = 0.05;            // jets: σ/E = 80 %/√E ⊕ 5 %
    private const double BottomScale = 0.975;                          // b jets are wider: more falls out of the cone
    private const double ToNeutrino = 0.4, NeutrinoShare = 0.2;        // b → ℓν in two of five; what it takes away on average
    private const double LeptonResolution = 0.02;
    private const double SoftNoise = 14;                               // GeV per axis: what is in no jet
    private const double Disorder = 0.335, TagDisorder = 0.13;         // see List

    private readonly JetFinder _finder = new();
    private readonly FourMomentum[] _jets = new FourMomentum[TrueEvent.Most];
    private readonly double[] _efficiency = new double[TrueEvent.Most], _rank = new double[TrueEvent.Most];
    private readonly int[] _tags = new int[TrueEvent.Most];

    /// <summary>Measures the event, whose lepton is within reach; false if it is not kept.</summary>
    internal bool Measure(SeededRandom random, TrueEvent truth, MeasuredEvent measured)
    {
        if (truth.Count < 4) return false;
        _finder.Cluster(truth);
        double leptonEta = truth.Lepton.Eta, leptonPhi = truth.Lepton.Phi;
        double missingX = truth.Neutrino.X, missingY = truth.Neutrino.Y;
        int kept = 0;
        for (int i = 0; i < _finder.Count; i++)
        {
            FourMomentum parton = _finder.Jets[i], jet = Response(random, parton, _finder.Flavours[i]) * parton;
            // What the jet's measurement adds or loses, neutrinos from b quarks included, is missing on the other side.
            missingX -= jet.X - parton.X;
            missingY -= jet.Y - parton.Y;
            if (jet.TransverseSquared < JetPt * JetPt || Math.Abs(_finder.Eta[i]) > JetEta) continue;
            double pt = jet.Transverse;
            if (random.NextDouble() < PortableMath.Exp((TurnOnPt - pt) / TurnOnWidth)) continue;
            if (FourMomentum.DistanceSquared(_finder.Eta[i], _finder.Phi[i], leptonEta, leptonPhi) < Isolation * Isolation) return false;
            _jets[kept] = jet;
            _efficiency[kept++] = BTagging.Efficiency(_finder.Flavours[i], pt, _finder.Eta[i]);
        }
        if (kept < 4 || !BTagging.TagTwo(random, _efficiency.AsSpan(0, kept), _tags.AsSpan(0, kept))) return false;
        measured.Lepton = (1 + (LeptonResolution * random.NextNormal())) * truth.Lepton;
        measured.MissingX = missingX + (SoftNoise * random.NextNormal());
        measured.MissingY = missingY + (SoftNoise * random.NextNormal());
        Assign(kept, measured);
        List(random, kept, measured);
        return measured.Lepton.TransverseSquared >= TrueEvent.LeptonPt * TrueEvent.LeptonPt;
    }

    private static double Response(SeededRandom random, FourMomentum jet, Flavour flavour)
    {
        double spread = Math.Sqrt((Stochastic * Stochastic / jet.E) + (Constant * Constant)), response = 1;
        if (flavour == Flavour.Bottom)
        {
            response = BottomScale;
            if (random.NextDouble() < ToNeutrino) response *= Math.Max(1 - (NeutrinoShare * random.NextExponential()), 0.3);
        }
        return Math.Max(response + (spread * random.NextNormal()), 0.05);
    }

    // The tagged jets are the b quarks'; of the others, all of them, those two are a W's whose mass is nearest to it.
    private void Assign(int kept, MeasuredEvent measured)
    {
        double nearest = double.MaxValue;
        measured.B1 = default;
        for (int i = 0; i < kept; i++)
        {
            if (_tags[i] > 0)
            {
                if (measured.B1.E == 0) measured.B1 = _jets[i];
                else measured.B2 = _jets[i];
                continue;
            }
            for (int j = i + 1; j < kept; j++)
            {
                if (_tags[j] > 0) continue;
                FourMomentum pair = _jets[i] + _jets[j];
                double off = Math.Abs(pair.Mass - HeavyParticles.W);
                if (off < nearest) (measured.W, nearest) = (pair, off);
            }
        }
    }

    // Four jets are listed. In the published rows they stand in an order that follows pT, but loosely: neighbours are out of order
    // in a quarter of the events, b-tagged ones come a little late, and a tagged jet is missing from the list in every sixth. So
    // they are ordered here by pT times a log-normal factor; why they are so there is not known.
    private void List(SeededRandom random, int kept, MeasuredEvent measured)
    {
        for (int i = 0; i < kept; i++)
        {
            double factor = (Disorder * random.NextNormal()) - (_tags[i] > 0 ? TagDisorder : 0);
            _rank[i] = _jets[i].Transverse * PortableMath.Exp(factor);
        }
        for (int k = 0; k < 4; k++)
        {
            int best = k;
            for (int j = k + 1; j < kept; j++)
            {
                if (_rank[j] > _rank[best]) best = j;
            }
            measured.Jets[k] = new Jet(_jets[best], _tags[best]);
            (_jets[best], _tags[best], _rank[best]) = (_jets[k], _tags[k], _rank[k]);
        }
    }
}
