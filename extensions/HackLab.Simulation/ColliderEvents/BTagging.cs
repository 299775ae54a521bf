using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// Which jets are recognised as coming from a b quark. Published events have exactly two such jets, though not always among the
/// four that are listed, so the choice of two is drawn at once: the chance that just i and j are tagged is pᵢpⱼ ∏(1 − p) over the
/// others, which equals ∏(1 − p) · oᵢoⱼ with the odds o = p/(1 − p).
/// </summary>
internal static class BTagging
{
    private const double Bottom = 0.6, Charm = 0.155, Light = 0.017; // efficiencies at high pT
    private const double HalfPt = 25;                                // GeV: soft jets have few tracks; efficiency ~ pT/(pT + this)
    private const double EdgeEta = 1.8, EdgeWidth = 0.28;            // the vertex detector ends there, gradually
    private const double LooseToTight = 0.223;                       // jets that pass only the loose criterion, for one that passes the tight one

    // The chance of exactly two tags stays below this: two b jets give at most 0.36, a charm jet adds 2 · 0.6 · 0.4 · 0.155, and
    // a dozen light jets 12 · 2 · 0.6 · 0.4 · 0.017 at most. Dividing by it keeps the shares and saves collisions.
    private const double MostPairs = 0.54;

    /// <summary>The chance that a jet is tagged.</summary>
    internal static double Efficiency(Flavour flavour, double pt, double eta)
    {
        double covered = Math.Min((EdgeEta - Math.Abs(eta)) / EdgeWidth, 1);
        if (covered <= 0) return 0;
        double high = flavour switch { Flavour.Bottom => Bottom, Flavour.Charm => Charm, _ => Light };
        return covered * high * pt / (pt + HalfPt);
    }

    /// <summary>Tags exactly two jets, or says that the event is not kept.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="efficiency">Of each jet; changed.</param>
    /// <param name="tags">0 none, 1 loose, 2 tight.</param>
    internal static bool TagTwo(SeededRandom random, Span<double> efficiency, Span<int> tags)
    {
        double none = 1, sum = 0, squares = 0;
        foreach (ref double p in efficiency)
        {
            none *= 1 - p;
            p /= 1 - p;
            sum += p;
            squares += p * p;
        }
        Span<double> odds = efficiency;
        double pairs = ((sum * sum) - squares) / 2;
        if (random.NextDouble() * MostPairs >= none * pairs) return false;
        tags.Clear();
        double u = random.NextDouble() * pairs;
        for (int i = 1; i < odds.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                u -= odds[i] * odds[j];
                if (u > 0) continue;
                (tags[i], tags[j]) = (Level(random), Level(random));
                return true;
            }
        }
        return false; // rounding: u was the whole sum
    }

    private static int Level(SeededRandom random) => random.NextDouble() * (1 + LooseToTight) < 1 ? 2 : 1;
}
