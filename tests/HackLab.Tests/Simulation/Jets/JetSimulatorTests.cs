using HackLab.Simulation.Jets;
using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation.Jets;

public sealed class JetSimulatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_seed_gives_the_same_jets_on_one_thread_and_on_many()
    {
        SimulatedJets many = JetSimulator.Generate(200, 5, cancellation: Token), few = JetSimulator.Generate(70, 5, cancellation: Token);
        Assert.Equal(few.Counts, many.Counts[..70]);
        Assert.Equal(few.Constituents[..4], many.Constituents[..4]);
        Assert.NotEqual(few.Counts, JetSimulator.Generate(70, 6, cancellation: Token).Counts);
        // The blocks one after the other, each from its own stream, as one thread would make them.
        for (int block = 0, i = 0; block < 4; block++)
        {
            var random = new SeededRandom(5, block + 1);
            var maker = new JetMaker(JetOptions.Hard);
            for (int j = 0; j < 64 && i < 200; j++, i++)
            {
                bool isQuark = random.NextDouble() < 0.5;
                Assert.Equal(isQuark ? 1 : 0, many.Y[i]);
                Assert.Equal(many.Counts[i], maker.Make(random, isQuark).Count);
            }
        }
        Assert.Throws<OperationCanceledException>(() => JetSimulator.Generate(1000, cancellation: new CancellationToken(true)));
        Assert.Throws<ArgumentException>(() => JetSimulator.Generate(1, options: JetOptions.Hard with { Radius = 2 }, cancellation: Token));
        Assert.Empty(JetSimulator.Generate(0, cancellation: Token).Y);
    }

    [Fact]
    public void Gluon_jets_have_more_particles_a_larger_girth_and_a_smaller_pTD()
    {
        SimulatedJets jets = JetSimulator.Generate(2000, 9, cancellation: Token);
        JetShape[][] shapes = [.. Enumerable.Range(0, 2).Select(label => Shapes(jets, label))];
        Assert.InRange(shapes[0].Average(s => s.Multiplicity) / shapes[1].Average(s => s.Multiplicity), 1.45, 1.8);
        Assert.True(shapes[0].Average(s => s.Girth) > 1.3 * shapes[1].Average(s => s.Girth));
        Assert.True(shapes[0].Average(s => s.PtD) < 0.85 * shapes[1].Average(s => s.PtD));
        Assert.All(shapes.SelectMany(s => s), shape => Assert.InRange(shape.Pt, 499.99, 550.01));
    }

    [Fact]
    public void Constituents_come_hardest_first_within_the_jet_and_the_rest_is_zero()
    {
        SimulatedJets jets = JetSimulator.Generate(100, 1, cancellation: Token);
        for (int i = 0; i < 100; i++)
        {
            ReadOnlySpan<float> rows = jets.Constituents.AsSpan(i * jets.MaxConstituents * 4, jets.MaxConstituents * 4);
            for (int j = 1; j < jets.Counts[i]; j++) Assert.True(rows[j * 4] <= rows[(j - 1) * 4] && rows[j * 4] > 0);
            Assert.True(rows[(jets.Counts[i] * 4)..].IndexOfAnyExcept(0f) < 0);
        }
    }

    [Fact]
    public void Images_are_divided_by_their_maximum_centred_and_sparse()
    {
        SimulatedJetImages images = JetImageSimulator.Generate(2000, 2, cancellation: Token);
        var lit = new double[2];
        double rows = 0;
        for (int i = 0; i < 2000; i++)
        {
            float[] image = images.X[(i * 900)..((i + 1) * 900)];
            Assert.Equal(1, image.Max());
            Assert.True(image.Min() >= 0);
            int brightest = Array.IndexOf(image, 1f);
            rows += brightest / 30;
            lit[images.Y[i]] += image.Count(pixel => pixel > 0.05f);
        }
        double gluon = lit[0] / images.Y.Count(y => y == 0), quark = lit[1] / images.Y.Count(y => y == 1);
        Assert.InRange(rows / 2000, 14.5, 15.5);
        Assert.InRange(quark, 5, 15);
        Assert.InRange(gluon, quark, 15);
    }

    [Fact]
    public void A_particle_on_the_axis_lights_the_middle_and_one_beside_it_the_next_pixel()
    {
        var image = new float[900];
        double y = 3.5 * JetImageSimulator.Cell;
        JetImageSimulator.Draw([new(50, y, 3.13, 211), new(5, y + JetImageSimulator.Cell, 3.13 - (2 * Math.PI), 22)], image);
        Assert.Equal(1, image[(15 * 30) + 15]);
        Assert.Equal(0.1f, image[(16 * 30) + 15], 1e-6f);
        Assert.Equal(2, image.Count(pixel => pixel > 0));
    }

    [Fact]
    public void The_jet_algorithm_gives_the_jets_that_its_definition_gives()
    {
        var random = new SeededRandom(12);
        var algorithm = new AntiKt(0.4);
        for (int round = 0; round < 60; round++)
        {
            var particles = new List<JetConstituent>();
            for (int i = 0; i < 3 + round; i++)
                particles.Add(new(Math.Exp(2 * random.NextNormal()), 0.5 * random.NextNormal(), 0.5 * random.NextNormal(), 211));
            var found = new List<int>();
            algorithm.HardestJet(particles, found);
            Assert.Equal(ByDefinition(particles, 0.4).Order(), found.Order());
            Assert.Equal(found.Count, found.Distinct().Count());
        }
    }

    // Every pair anew at each step: slow, and what the paper says word for word.
    private static List<int> ByDefinition(List<JetConstituent> particles, double radius)
    {
        var alive = particles.Select((p, i) => (p.Pt, p.Y, p.Phi, Members: new List<int> { i })).ToList();
        (double Pt, List<int> Members) best = (0, []);
        while (alive.Count > 0)
        {
            (double d, int a, int b) least = (double.MaxValue, 0, -1);
            for (int i = 0; i < alive.Count; i++)
            {
                double beam = 1 / (alive[i].Pt * alive[i].Pt);
                if (beam < least.d) least = (beam, i, -1);
                for (int j = 0; j < i; j++)
                {
                    double square = Math.Pow(alive[i].Y - alive[j].Y, 2) + Math.Pow(alive[i].Phi - alive[j].Phi, 2);
                    double d = Math.Min(beam, 1 / (alive[j].Pt * alive[j].Pt)) * square / (radius * radius);
                    if (d < least.d) least = (d, i, j);
                }
            }
            var p = alive[least.a];
            alive.RemoveAt(least.a);
            if (least.b < 0)
            {
                if (p.Pt > best.Pt) best = (p.Pt, p.Members);
                continue;
            }
            var q = alive[least.b];
            double pt = p.Pt + q.Pt;
            alive[least.b] = (pt, ((p.Pt * p.Y) + (q.Pt * q.Y)) / pt, ((p.Pt * p.Phi) + (q.Pt * q.Phi)) / pt, [.. p.Members, .. q.Members]);
        }
        return best.Members;
    }

    private static JetShape[] Shapes(SimulatedJets jets, int label) =>
    [
        .. Enumerable.Range(0, jets.Y.Length).Where(i => jets.Y[i] == label).Select(i => JetShape.Of(
        [
            .. Enumerable.Range(0, jets.Counts[i]).Select(j =>
            {
                float[] row = jets.Constituents[(((i * jets.MaxConstituents) + j) * 4)..][..4];
                return new JetConstituent(row[0], row[1], row[2], (int)row[3]);
            }),
        ])),
    ];
}
