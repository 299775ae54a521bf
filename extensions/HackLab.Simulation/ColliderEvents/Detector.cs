using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// A detector in a few numbers: partons closer than a cone become one jet, energies are smeared, jets are b-tagged, and only
/// events with a lepton and at least four jets inside the acceptance are kept. The thresholds are those at which the published
/// features begin when their masses are set to a W of 80.4 GeV; resolutions are typical of a fast detector simulation.
/// </summary>
internal sealed class Detector
{
    private const double LeptonPt = 15.2, LeptonEta = 2.5, JetPt = 15.6, JetEta = 2.9; // GeV, -
    private const double ConeSquared = 0.42 * 0.42;
    private const double FullEfficiencyPt = 50; // GeV: softer jets are found with probability pT / this
    private const double TightTag = 1.06, LooseTag = 0.15, HalfTagPt = 20; // -, -, GeV
    private const double Disorder = 0.38;
    private const double SoftNoise = 12; // GeV per axis: what is not in any jet

    private readonly FourMomentum[] _jets = new FourMomentum[24];
    private readonly Flavour[] _flavours = new Flavour[24];
    private readonly double[] _eta = new double[24], _phi = new double[24], _rank = new double[24];
    private readonly int[] _tags = new int[24];
    private int _count;

    /// <summary>Measures the event; false if it is not kept.</summary>
    internal bool Measure(SeededRandom random, TrueEvent truth, MeasuredEvent measured)
    {
        FourMomentum lepton = truth.Lepton;
        if (lepton.TransverseSquared < LeptonPt * LeptonPt || Math.Abs(lepton.Eta) > LeptonEta) return false;
        Cluster(truth);
        double missingX = truth.Neutrino.X + (SoftNoise * random.NextNormal());
        double missingY = truth.Neutrino.Y + (SoftNoise * random.NextNormal());
        double leptonEta = lepton.Eta, leptonPhi = lepton.Phi;
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            FourMomentum jet = Response(random, _jets[i], _flavours[i]) * _jets[i];
            // What the jet's measurement adds or loses, neutrinos from b quarks included, is missing on the other side.
            missingX -= jet.X - _jets[i].X;
            missingY -= jet.Y - _jets[i].Y;
            if (jet.TransverseSquared < JetPt * JetPt || Math.Abs(_eta[i]) > JetEta) continue;
            if (random.NextDouble() * FullEfficiencyPt > jet.Transverse) continue;
            if (FourMomentum.DistanceSquared(_eta[i], _phi[i], leptonEta, leptonPhi) < ConeSquared) return false; // not isolated
            (_jets[kept], _flavours[kept], _eta[kept], _phi[kept]) = (jet, _flavours[i], _eta[i], _phi[i]);
            kept++;
        }
        if (kept < 4) return false;
        double scale = 1 + (0.02 * random.NextNormal());
        (measured.Lepton, measured.MissingX, measured.MissingY) = (scale * lepton, missingX, missingY);
        Choose(random, kept, measured);
        return measured.Lepton.TransverseSquared >= LeptonPt * LeptonPt;
    }

    // The closest pair merges until none is closer than the cone; a jet with a b quark in it is a b jet.
    private void Cluster(TrueEvent truth)
    {
        _count = truth.Count;
        for (int i = 0; i < _count; i++) Put(i, truth.Partons[i], truth.Flavours[i]);
        while (true)
        {
            (int a, int b, double nearest) = (0, 0, ConeSquared);
            for (int i = 0; i < _count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double distance = FourMomentum.DistanceSquared(_eta[i], _phi[i], _eta[j], _phi[j]);
                    if (distance < nearest) (a, b, nearest) = (j, i, distance);
                }
            }
            if (b == 0) return;
            Put(a, _jets[a] + _jets[b], (Flavour)Math.Max((int)_flavours[a], (int)_flavours[b]));
            _count--;
            if (b < _count) Put(b, _jets[_count], _flavours[_count]);
        }
    }

    private void Put(int i, FourMomentum p, Flavour flavour) =>
        (_jets[i], _flavours[i], _eta[i], _phi[i]) = (p, flavour, p.Eta, p.Phi);

    // Calorimeter resolution 80 %/√E ⊕ 5 %; two b jets in five lose part of their energy to a neutrino.
    private static double Response(SeededRandom random, FourMomentum jet, Flavour flavour)
    {
        double spread = Math.Sqrt((1.0 / jet.E) + 0.005);
        double response = Math.Max(1 + (spread * random.NextNormal()), 0.1);
        if (flavour == Flavour.Bottom)
        {
            response *= 0.92;
            if (random.NextDouble() < 0.4) response *= Math.Max(1 - (0.18 * random.NextExponential()), 0.3);
        }
        return response;
    }

    // Two tagged jets for the b quarks, and of the others the two whose mass is nearest to a W boson's: the published m_jj
    // shows far more W bosons than the four hardest jets would give. Where a tag is missing, the hardest jet left stands in.
    // They stand in the order of pT times a log-normal factor, as neighbours there are out of order in a quarter of the events.
    private void Choose(SeededRandom random, int kept, MeasuredEvent measured)
    {
        for (int i = 0; i < kept; i++) _tags[i] = Tag(random, _flavours[i], _jets[i].Transverse);
        int tagged = 0;
        for (; tagged < 2; tagged++)
        {
            int best = Best(tagged, kept);
            if (_tags[best] == 0) break;
            Swap(tagged, best);
        }
        (int a, int b, double nearest) = (2, 3, double.MaxValue);
        for (int i = tagged; i < kept; i++)
        {
            for (int j = i + 1; j < kept; j++)
            {
                double off = Math.Abs((_jets[i] + _jets[j]).Mass - HeavyParticles.W);
                if (off < nearest) (a, b, nearest) = (i, j, off);
            }
        }
        Swap(kept - 1, b);
        Swap(kept - 2, a);
        for (; tagged < 2; tagged++) Swap(tagged, Best(tagged, kept - 2));
        Swap(2, kept - 2);
        Swap(3, kept - 1);
        for (int i = 0; i < 4; i++)
        {
            // Never more than two tags, as in the published rows.
            measured.Jets[i] = new Jet(_jets[i], i < 2 ? _tags[i] : 0, IsBottom: i < 2);
            _rank[i] = -_jets[i].Transverse * PortableMath.Exp(Disorder * random.NextNormal());
        }
        Array.Sort(_rank, measured.Jets, 0, 4);
    }

    // The best tag from a position on; of equal tags the hardest jet.
    private int Best(int from, int end)
    {
        int best = from;
        for (int j = from + 1; j < end; j++)
        {
            if (_tags[j] > _tags[best] || (_tags[j] == _tags[best] && _jets[j].TransverseSquared > _jets[best].TransverseSquared)) best = j;
        }
        return best;
    }

    private void Swap(int i, int j)
    {
        (_jets[i], _jets[j]) = (_jets[j], _jets[i]);
        (_flavours[i], _flavours[j]) = (_flavours[j], _flavours[i]);
        (_tags[i], _tags[j]) = (_tags[j], _tags[i]);
    }

    // Soft b jets are recognised less often: their tracks are few and point back to the collision less clearly.
    private static int Tag(SeededRandom random, Flavour flavour, double pt)
    {
        double clear = pt / (pt + HalfTagPt);
        (double tight, double loose) = flavour switch
        {
            Flavour.Bottom => (TightTag * clear, LooseTag),
            Flavour.Charm => (0.06 * clear, 0.12 * clear),
            _ => (0.006 * clear, 0.03 * clear),
        };
        double u = random.NextDouble();
        return u < tight ? 2 : u < tight + loose ? 1 : 0;
    }
}
