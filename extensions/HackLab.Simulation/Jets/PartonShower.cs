using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// Splits a parton again and again, each time at a smaller angle, as interference of soft gluons demands (angular ordering:
/// Marchesini and Webber 1984, doi:10.1016/0550-3213(84)90463-2): dP = α_s(kT)/(2π) P(z) dz dθ²/θ² with kT = z (1 − z) pT θ above
/// the cut-off. Angles are drawn from the probability of no emission before them (Sudakov factor) by the veto method. A
/// splitting shares pT and keeps the centre of momentum: Σ pT and Σ pT·(y, φ) stay what they were.
/// </summary>
internal sealed class PartonShower(JetOptions options)
{
    private readonly StrongCoupling _coupling = new(options.AlphaS);
    private readonly double _largestCoupling = new StrongCoupling(options.AlphaS).At(options.CutOff);
    private readonly Stack<Parton> _open = new();

    /// <summary>Adds what the parton becomes.</summary>
    internal void Run(SeededRandom random, Parton first, List<Parton> into)
    {
        _open.Push(first);
        while (_open.TryPop(out Parton parton))
        {
            if (NextSplitting(random, parton.Pt, parton.Angle, parton.IsGluon) is not { } split)
            {
                into.Add(parton);
                continue;
            }
            (double cos, double sin) = TwoBodyDecay.Circle(random);
            // The two are θ apart; each lies the further from their centre of momentum the less of it it has.
            double emitted = (1 - split.Z) * split.Angle, kept = -split.Z * split.Angle;
            bool keptIsGluon = parton.IsGluon && !split.ToQuarks, emittedIsGluon = !split.ToQuarks;
            _open.Push(new Parton((1 - split.Z) * parton.Pt, parton.Y + (kept * cos), parton.Phi + (kept * sin), split.Angle, keptIsGluon));
            _open.Push(new Parton(split.Z * parton.Pt, parton.Y + (emitted * cos), parton.Phi + (emitted * sin), split.Angle, emittedIsGluon));
        }
    }

    /// <summary>The next splitting at an angle below the given one; null if none comes before the cut-off.</summary>
    internal (double Angle, double Z, bool ToQuarks)? NextSplitting(SeededRandom random, double pt, double angle, bool isGluon)
    {
        // z (1 − z) is at most ¼ and z below it, so z > Q₀/(pT θ) is necessary, and widest at the angle we start from.
        double smallest = options.CutOff / (pt * angle);
        if (smallest >= 0.25) return null;
        double logRange = -PortableMath.Log(smallest);
        double factor = _largestCoupling / (2 * Math.PI);
        double emission = factor * 2 * (isGluon ? SplittingKernels.GluonColour : SplittingKernels.QuarkColour) * logRange;
        double pair = isGluon ? factor * SplittingKernels.Flavours * SplittingKernels.PairColour : 0;
        double exponent = 0;                                    // ln(θ²/θ₀²), which falls by 1/rate at a time
        double lowest = 2 * PortableMath.Log(4 * smallest);     // there pT θ = 4 Q₀
        while (true)
        {
            exponent -= random.NextExponential() / (emission + pair);
            if (exponent <= lowest) return null;
            double theta = angle * PortableMath.Exp(exponent / 2);
            bool toQuarks = random.NextDouble() * (emission + pair) < pair;
            double z, kernel, bound;
            if (toQuarks)
            {
                z = random.NextDouble();
                kernel = SplittingKernels.QuarkFromGluon(z);
                bound = SplittingKernels.Flavours * SplittingKernels.PairColour;
            }
            else
            {
                z = PortableMath.Exp(-logRange * random.NextDouble());  // dz/z
                kernel = isGluon ? SplittingKernels.GluonFromGluon(z) : SplittingKernels.GluonFromQuark(z);
                bound = 2 * (isGluon ? SplittingKernels.GluonColour : SplittingKernels.QuarkColour) / z;
            }
            double kt = z * (1 - z) * pt * theta;
            if (kt <= options.CutOff) continue;
            if (random.NextDouble() * bound * _largestCoupling < kernel * _coupling.At(kt)) return (theta, z, toQuarks);
        }
    }
}
