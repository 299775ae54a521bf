using HackLab.Data;
using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;
using HackLab.Tests.Data;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class HiggsSimulatorTests
{
    private static readonly Lazy<TabularData> Events = new(() => Datasets.Higgs.Load(Size.Simulated(60_000, seed: 11)));

    [Fact]
    public void A_seed_gives_the_same_events_and_more_events_begin_with_the_same_ones()
    {
        HiggsEvents few = Generate(700, 5), many = Generate(1500, 5);
        Assert.Equal(few.X, many.X[..few.X.Length]);
        Assert.Equal(few.Y, many.Y[..few.Y.Length]);
        Assert.NotEqual(few.X, Generate(700, 6).X);
        Assert.All(many.X, value => Assert.True(float.IsFinite(value)));
        Assert.Throws<OperationCanceledException>(() => HiggsSimulator.Generate(1000, 1, new CancellationToken(true)));
        Assert.Empty(Generate(0, 1).Y);

        static HiggsEvents Generate(int count, long seed) => HiggsSimulator.Generate(count, seed, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Decays_conserve_energy_and_momentum_and_keep_masses()
    {
        var random = new SeededRandom(1);
        for (int i = 0; i < 1000; i++)
        {
            FourMomentum parent = FourMomentum.FromRapidity(425, 30 * random.NextNormal(), 30 * random.NextNormal(), random.NextNormal());
            (FourMomentum a, FourMomentum b) = TwoBodyDecay.Isotropic(random, parent, 80.4, 325);
            FourMomentum sum = a + b;
            Assert.Equal(80.4, a.Mass, 6);
            Assert.Equal(325, b.Mass, 6);
            Assert.Equal(425, sum.Mass, 6);
            Assert.Equal((parent.E, parent.X, parent.Z), (sum.E, sum.X, sum.Z), Near);
            (FourMomentum l, FourMomentum v) = TwoBodyDecay.Polarised(random, a, a, 0.3);
            Assert.Equal((a.E, a.X, a.Z), ((l + v).E, (l + v).X, (l + v).Z), Near);
        }

        static bool Near((double, double, double) p, (double, double, double) q) =>
            Math.Abs(p.Item1 - q.Item1) + Math.Abs(p.Item2 - q.Item2) + Math.Abs(p.Item3 - q.Item3) < 1e-6;
    }

    /// <summary>Many draws, as the solution of the quadratic equation and the lepton's direction are drawn.</summary>
    [Fact]
    public void The_mass_of_lepton_and_neutrino_is_that_of_a_W_or_the_transverse_mass_beyond_it()
    {
        // A W at rest that decays across the beam: both solutions are pz = 0, and the transverse mass is the W's.
        Assert.Equal(80.4, MassOfW(new FourMomentum(40.2, 40.2, 0, 0), -40.2, 0, seed: 1), 0.05);
        // Forwards: 30 GeV against 30 GeV have the transverse mass 60 GeV, and pz brings it to 80.4, to the track's resolution.
        double[] masses = [.. Enumerable.Range(0, 200).Select(seed => MassOfW(new FourMomentum(50, 30, 0, 40), -30, 0, seed))];
        Assert.Equal(80.4, masses.Average(), 1.0);
        Assert.All(masses, mass => Assert.InRange(mass, 75, 87));
        // Too much is missing: no pz gives 80.4, and what is left is the transverse mass 2·√(30·90) = 103.92 of opposite momenta.
        Assert.Equal(2 * Math.Sqrt(30 * 90), MassOfW(new FourMomentum(30, 30, 0, 0), -90, 0, seed: 2), 0.05);

        static double MassOfW(FourMomentum lepton, double missingX, double missingY, long seed)
        {
            var some = new FourMomentum(50, 30, 40, 0);
            var e = new MeasuredEvent { Lepton = lepton, MissingX = missingX, MissingY = missingY, B1 = some, B2 = some, W = some };
            Span<double> masses = stackalloc double[Reconstruction.Count];
            Reconstruction.Masses(new SeededRandom(seed), e, masses);
            return masses[2];
        }
    }

    [Fact]
    public void A_top_pair_gives_its_masses_back_and_flies_apart_as_gluons_make_it()
    {
        var random = new SeededRandom(4);
        var record = new TrueEvent();
        int forward = 0, fast = 0, heavy = 0;
        double expected = 0;
        for (int i = 0; i < 20_000; i++)
        {
            record.Clear();
            (FourMomentum t1, double m1, FourMomentum t2, double m2) = TopPairProduction.Draw(random, record, new InitialRadiation(0, 10, 1, 2));
            Assert.Equal(m1, t1.Mass, 5);
            Assert.Equal(m2, t2.Mass, 5);
            double mass = (t1 + t2).Mass;
            if (mass > 400) heavy++;
            if (mass < 600) continue;
            // Without radiation the pair moves along the beam only, so pT and mass give the angle in its rest frame.
            fast++;
            expected += ForwardShare((m1 + m2) / mass);
            if (t1.Transverse < 0.6 * Math.Sqrt((mass * mass / 4) - (173.2 * 173.2))) forward++;
        }
        Assert.Equal(expected / fast, forward / (double)fast, 4 * Math.Sqrt(0.25 / fast));
        Assert.InRange(heavy / 20_000.0, 0.4, 0.75);

        // The share of sin θ < 0.6 in gg → t t̄ at leading order, by the midpoint rule; 0.2 if isotropic.
        static double ForwardShare(double ratio)
        {
            double b2 = 1 - (ratio * ratio), all = 0, near = 0;
            for (int i = 0; i < 400; i++)
            {
                double c = (i + 0.5) / 400, z = b2 * c * c, s2 = 1 - (c * c);
                double density = (7 + (9 * z)) / Math.Pow(1 - z, 2) * (1 + (2 * b2 * s2) - (b2 * b2 * (1 + (s2 * s2))));
                all += density;
                if (c > 0.8) near += density;
            }
            return near / all;
        }
    }

    [Fact]
    public void Exactly_two_jets_are_tagged_with_the_chance_that_counting_gives()
    {
        var random = new SeededRandom(8);
        double[] efficiency = [0.5, 0.4, 0.1, 0.02];
        const int Tries = 200_000;
        var pairs = new double[16];
        Span<int> tags = stackalloc int[4];
        for (int n = 0; n < Tries; n++)
        {
            if (!BTagging.TagTwo(random, [.. efficiency], tags)) continue;
            int set = 0;
            for (int k = 0; k < 4; k++) set |= (tags[k] > 0 ? 1 : 0) << k;
            pairs[set]++;
        }
        double scale = 0;
        for (int set = 0; set < 16; set++)
        {
            double chance = 1;
            for (int k = 0; k < 4; k++) chance *= (set >> k & 1) == 1 ? efficiency[k] : 1 - efficiency[k];
            if (int.PopCount(set) != 2)
            {
                Assert.Equal(0, pairs[set]);
                continue;
            }
            if (scale == 0) scale = pairs[set] / chance;   // of jets 0 and 1, the commonest
            Assert.Equal(chance * scale, pairs[set], 4 * Math.Sqrt(chance * scale) + 1);
        }
    }

    [Fact]
    public void Partons_closer_than_the_radius_become_one_jet_that_keeps_their_momentum_and_the_b()
    {
        var truth = new TrueEvent();
        truth.Add(FourMomentum.FromRapidity(0, 40, 0, 0), Flavour.Light);
        truth.Add(FourMomentum.FromRapidity(0, 30, 9, 0.2), Flavour.Bottom);
        truth.Add(FourMomentum.FromRapidity(0, -50, 0, 0), Flavour.Charm);
        var finder = new JetFinder();
        finder.Cluster(truth);
        Assert.Equal(2, finder.Count);
        Assert.Equal((70, 9), (finder.Jets[0].X, finder.Jets[0].Y));
        Assert.Equal([Flavour.Bottom, Flavour.Charm], finder.Flavours[..2]);
    }

    [Fact]
    public void Tags_angles_and_signal_share_are_those_of_the_published_set()
    {
        TabularData data = Datasets.Higgs.Load(Size.Simulated(20_000, seed: 9));
        Assert.InRange(data.ClassCounts()[1] / (double)data.Count, 0.51, 0.55);
        Assert.Equal([0f, 1.087f, 2.173f], data.Column("jet_1_btag").Distinct().Order());
        Assert.Equal([0f, 1.551f, 3.102f], data.Column("jet_4_btag").Distinct().Order());
        Assert.InRange(data.Column("lepton_phi").Max(), 1.74f, 1.744f);
        // 15 GeV and |η| of 2.5 and 3, in published units.
        Assert.InRange(data.Column("lepton_pT").Min(), 0.2745f, 0.28f);
        Assert.InRange(data.Column("lepton_eta").Max(), 2.40f, 2.436f);
        Assert.InRange(data.Column("jet_4_pt").Min(), 0.3645f, 0.372f);
        Assert.InRange(data.Column("jet_1_eta").Max(), 2.9f, 2.972f);
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            Assert.True((row[8] > 0 ? 1 : 0) + (row[12] > 0 ? 1 : 0) + (row[16] > 0 ? 1 : 0) + (row[20] > 0 ? 1 : 0) <= 2);
        }
    }

    /// <summary>Which class has the larger values, as in the real rows; bands around what 10⁵ events of another seed gave.</summary>
    [Theory]
    [InlineData("m_bb", 0.40, 0.48)]
    [InlineData("m_wwbb", 0.40, 0.48)]
    [InlineData("m_wbb", 0.45, 0.4999)]
    [InlineData("missing_energy_magnitude", 0.42, 0.48)]
    [InlineData("m_jj", 0.47, 0.53)]
    [InlineData("lepton_phi", 0.48, 0.52)]
    public void Single_features_separate_the_classes_in_the_right_direction(string feature, double least, double most)
    {
        TabularData data = Events.Value;
        Assert.InRange(Auc(data.Column(feature, 1), data.Column(feature, 0)), least, most);
    }

    [Fact]
    public void Every_feature_lies_near_the_real_one()
    {
        TabularData real = RealHiggsRowsTests.Load("higgs_7000.tsv");
        TabularData simulated = Events.Value;
        var distances = new List<double>();
        foreach (Feature feature in real.Features)
        {
            for (int label = 0; label < 2; label++)
            {
                Statistics r = Statistics.Of(real.Column(feature.Name, label)), s = Statistics.Of(simulated.Column(feature.Name, label));
                bool signed = r.Min < 0;
                Assert.True(Math.Abs(r.Mean - s.Mean) < (signed ? 0.07 : 0.12), $"{feature.Name}, class {label}: mean {r.Mean:F3} real, {s.Mean:F3} simulated");
                Assert.True(s.Std / r.Std is > 0.75 and < 1.5, $"{feature.Name}, class {label}: std {r.Std:F3} real, {s.Std:F3} simulated");
                distances.Add(KolmogorovSmirnov.Distance(real.Column(feature.Name, label), simulated.Column(feature.Name, label)));
            }
        }
        distances.Sort();
        Assert.InRange(distances[distances.Count / 2], 0, 0.03); // two halves of the real rows differ by about 0.02
        Assert.InRange(distances[^1], 0, 0.08);
    }

    // Area under the ROC curve of one feature: the chance that a signal value is above a background value, ties count half.
    private static double Auc(float[] signal, float[] background)
    {
        Array.Sort(background);
        double sum = 0;
        foreach (float value in signal)
            sum += 0.5 * (Below(background, value, orEqual: false) + Below(background, value, orEqual: true));
        return sum / signal.Length / background.Length;
    }

    private static int Below(float[] sorted, float value, bool orEqual)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
