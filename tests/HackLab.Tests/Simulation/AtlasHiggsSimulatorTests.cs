using HackLab.Data;
using HackLab.Data.AtlasHiggs;
using HackLab.Simulation.AtlasHiggs;
using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class AtlasHiggsSimulatorTests
{
    private static readonly Lazy<TabularData> Events = new(() => Datasets.AtlasHiggs.Load(Size.Simulated(8_000, seed: 5)));

    [Fact]
    public void A_seed_gives_the_same_events_and_more_events_begin_with_the_same_ones()
    {
        AtlasHiggsEvents few = Generate(300, 5), many = Generate(700, 5);
        Assert.Equal(few.X, many.X[..few.X.Length]);
        Assert.Equal(few.Y, many.Y[..few.Y.Length]);
        Assert.NotEqual(few.X, Generate(300, 6).X);
        Assert.All(many.X, value => Assert.True(float.IsFinite(value)));
        Assert.Throws<OperationCanceledException>(() => AtlasHiggsSimulator.Generate(1000, 1, new CancellationToken(true)));
        Assert.Empty(Generate(0, 1).Y);

        static AtlasHiggsEvents Generate(int count, long seed) => AtlasHiggsSimulator.Generate(count, seed, TestContext.Current.CancellationToken);
    }

    /// <summary>The totals that the AMS needs.</summary>
    [Fact]
    public void Weights_add_up_to_the_published_totals()
    {
        TabularData data = Events.Value;
        Assert.Equal(691.99, data.Weights!.Where((_, i) => data.Y[i] == 1).Sum(), 6);
        Assert.Equal(410_999.85, data.Weights!.Where((_, i) => data.Y[i] == 0).Sum(), 4);
        Assert.InRange(data.ClassCounts()[1] / (double)data.Count, 0.32, 0.365);
        Assert.All(data.Weights!, weight => Assert.True(weight > 0));
    }

    [Fact]
    public void A_quantity_is_undefined_exactly_where_the_event_has_too_few_jets()
    {
        TabularData data = Events.Value;
        int jets = data.IndexOf("PRI_jet_num");
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            Assert.Contains(row[jets], new[] { 0f, 1f, 2f, 3f });
            foreach (Feature f in data.Features)
            {
                int needs = f.Name.Contains("jet_jet", StringComparison.Ordinal) || f.Name.Contains("subleading", StringComparison.Ordinal) || f.Name == "DER_lep_eta_centrality" ? 2
                    : f.Name.Contains("leading", StringComparison.Ordinal) ? 1 : 0;
                if (f.Name == "DER_mass_MMC") continue;
                Assert.Equal(row[jets] < needs, row[data.IndexOf(f.Name)] == AtlasHiggsDataset.Undefined);
            }
            Assert.Equal(row[jets] == 0, row[data.IndexOf("PRI_jet_all_pt")] == 0);
        }
    }

    /// <summary>The thresholds of the challenge's documentation.</summary>
    [Theory]
    [InlineData("PRI_tau_pt", 20)]
    [InlineData("PRI_lep_pt", 26)]
    [InlineData("PRI_jet_leading_pt", 30)]
    [InlineData("PRI_jet_subleading_pt", 30)]
    public void Momenta_begin_at_their_thresholds(string feature, float least) =>
        Assert.InRange(Events.Value.Column(feature).Where(value => value != AtlasHiggsDataset.Undefined).Min(), least, least + 0.2f);

    [Fact]
    public void Derived_features_follow_from_the_primitive_ones() => DerivedFeatures.AssertFollow(Events.Value);

    [Fact]
    public void Derived_features_follow_from_the_primitive_ones_in_the_real_rows_too()
    {
        string? folder = RealDataFolder.Find() is { } found ? Path.Combine(found, "atlas-higgs") : null;
        Assert.SkipUnless(Directory.Exists(folder), "The real ATLAS rows are not here: set HACKLAB_REAL_DATA to a folder with atlas-higgs/.");
        DerivedFeatures.AssertFollow(Datasets.AtlasHiggs.Load(Path.Combine(folder, "signal_2500.csv")));
    }

    [Fact]
    public void The_mass_estimate_finds_a_resonance_and_gives_up_where_no_tau_pair_explains_the_event()
    {
        // 125 GeV at rest, both τ across the beam, half of each seen: nothing is missing in all, and m = 62.5/√(0.25).
        var e = new AtlasEvent { Lepton = new FourMomentum(31.25, 31.25, 0, 0), Tau = new FourMomentum(31.25, -31.25, 0, 0) };
        Assert.InRange(DitauMass.Estimate(e), 90, 150);
        // A pair that moves: neutrinos along both.
        var moving = new AtlasEvent { Lepton = new FourMomentum(50, 30, 40, 0), Tau = new FourMomentum(50, 30, -40, 0), MissingX = 60, MissingY = 0 };
        Assert.InRange(DitauMass.Estimate(moving), 130, 190); // x = 1/2 each: 80/0.5 = 160
        // Missing momentum far away from both.
        var wrong = new AtlasEvent { Lepton = new FourMomentum(50, 30, 40, 0), Tau = new FourMomentum(50, 30, -40, 0), MissingX = -80, MissingY = 0 };
        Assert.Equal(AtlasHiggsDataset.Undefined, DitauMass.Estimate(wrong));
    }

    /// <summary>Means of ∫ x f(x) dx: (5x − 9x³ + 4x⁴)/3 gives 7/20 for leptons; (m²/m_τ² + 1)/2 for hadrons of mass m.</summary>
    [Fact]
    public void Shares_of_tau_decays_have_their_means()
    {
        var random = new SeededRandom(3);
        const int Draws = 200_000;
        double lepton = 0, hadron = 0;
        for (int i = 0; i < Draws; i++)
        {
            lepton += TauDecay.LeptonShare(random);
            hadron += TauDecay.HadronShare(random);
        }
        Assert.Equal(0.35, lepton / Draws, 0.003);
        double expected = (0.17 * 0.5) + (0.40 * (1 + (0.775 * 0.775 / 1.777 / 1.777)) / 2) + (0.43 * (1 + (1.23 * 1.23 / 1.777 / 1.777)) / 2);
        Assert.Equal(expected, hadron / Draws, 0.003);
        double area = Enumerable.Range(0, 10_000).Sum(i => TauDecay.HadronDensity((i + 0.5) / 10_000)) / 10_000;
        Assert.Equal(1, area, 0.001);
    }

    [Theory]
    [InlineData("DER_mass_transverse_met_lep", 0.2, 0.4)]
    [InlineData("DER_mass_vis", 0.4, 0.65)]
    [InlineData("PRI_jet_all_pt", 0.55, 0.75)]
    [InlineData("DER_met_phi_centrality", 0.6, 0.8)]
    [InlineData("PRI_tau_pt", 0.6, 0.8)]
    [InlineData("PRI_lep_phi", 0.46, 0.54)]
    public void Single_features_separate_the_classes_as_in_the_real_rows(string feature, double least, double most)
    {
        TabularData data = Events.Value;
        Assert.InRange(DerivedFeatures.Auc(data.Column(feature, 1), data.Column(feature, 0)), least, most);
    }
}
