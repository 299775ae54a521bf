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

    [Fact]
    public void A_perfectly_measured_W_gives_its_mass_back()
    {
        // Lepton and neutrino of a W at rest and moving: the quadratic equation finds pz where the smaller solution is the true one.
        var lepton = new FourMomentum(40.2, 40.2, 0, 0);
        var e = new MeasuredEvent { Lepton = lepton, MissingX = -40.2, MissingY = 0 };
        for (int i = 0; i < 4; i++) e.Jets[i] = new Jet(new FourMomentum(50, 30, 40, 0), 0, i < 2);
        Span<double> masses = stackalloc double[Reconstruction.Count];
        Reconstruction.Masses(e, 1, masses);
        Assert.Equal(80.4, masses[2], 6);
    }

    [Fact]
    public void Tags_angles_and_signal_share_are_those_of_the_published_set()
    {
        TabularData data = Datasets.Higgs.Load(Size.Simulated(20_000, seed: 9));
        Assert.InRange(data.ClassCounts()[1] / (double)data.Count, 0.51, 0.55);
        Assert.Equal([0f, 1.087f, 2.173f], data.Column("jet_1_btag").Distinct().Order());
        Assert.Equal([0f, 1.551f, 3.102f], data.Column("jet_4_btag").Distinct().Order());
        Assert.InRange(data.Column("lepton_phi").Max(), 1.74f, 1.744f);
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
    [InlineData("lepton_pT", 0.45, 0.4999)]
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
                Assert.True(Math.Abs(r.Mean - s.Mean) < (signed ? 0.06 : 0.31), $"{feature.Name}, class {label}: mean {r.Mean:F3} real, {s.Mean:F3} simulated");
                Assert.True(s.Std / r.Std is > 0.6 and < 1.6, $"{feature.Name}, class {label}: std {r.Std:F3} real, {s.Std:F3} simulated");
                distances.Add(Distance(real.Column(feature.Name, label), simulated.Column(feature.Name, label)));
            }
        }
        distances.Sort();
        Assert.InRange(distances[distances.Count / 2], 0, 0.045); // two halves of the real rows differ by about 0.02
        Assert.InRange(distances[^1], 0, 0.16);
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

    // Kolmogorov and Smirnov's: the largest difference of the two cumulative shares.
    private static double Distance(float[] a, float[] b)
    {
        Array.Sort(a);
        Array.Sort(b);
        return a.Concat(b).Max(v => Math.Abs(((double)Below(a, v, true) / a.Length) - ((double)Below(b, v, true) / b.Length)));
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
