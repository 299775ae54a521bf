using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// Turns a parton into hadrons by cutting one after the other from the end of its string, as in the Lund model (Andersson et al.
/// 1983, doi:10.1016/0370-1573(83)90080-7): each takes a share z ~ (1 − z)^a/z · exp(−b mT²/z) of what is left, and a transverse
/// momentum kT against the parton, two normal numbers. It stops where a hadron would lie outside the angle the parton was
/// made at, since that belongs to another parton. A gluon is two strings. The last hadron balances kT, so that Σ pT and
/// Σ pT·(y, φ) stay the parton's.
/// </summary>
internal sealed class Hadronisation
{
    private const double A = 0.68, B = 0.98;           // GeV⁻²; the Lund function's parameters in Pythia 8
    private const double KtSpread = 0.335 / 1.4142135623730951; // GeV per component; σ of Pythia 8 for both together
    private readonly List<(double Pt, double X, double Y, int PdgId)> _cut = [];

    /// <summary>Adds the parton's hadrons; neutral pions as their two photons.</summary>
    internal void Run(SeededRandom random, Parton parton, List<JetConstituent> into)
    {
        if (!parton.IsGluon)
        {
            Fragment(random, parton, into);
            return;
        }
        double share = 0.25 + (0.5 * random.NextDouble());
        Fragment(random, parton with { Pt = share * parton.Pt }, into);
        Fragment(random, parton with { Pt = (1 - share) * parton.Pt }, into);
    }

    private void Fragment(SeededRandom random, Parton parton, List<JetConstituent> into)
    {
        _cut.Clear();
        double left = parton.Pt, x = 0, y = 0;              // momentum not yet given out; sum of kT
        while (true)
        {
            (int kind, double mass) = HadronKinds.Draw(random, left);
            double kx = KtSpread * random.NextNormal(), ky = KtSpread * random.NextNormal();
            double z = LundShare(random, (mass * mass) + (kx * kx) + (ky * ky));
            double pt = z * left;
            // The rest must still be able to carry the balance within the angle.
            double restX = x + kx, restY = y + ky, rest = left - pt, limit = parton.Angle;
            bool inside = (kx * kx) + (ky * ky) < limit * limit * pt * pt
                && (restX * restX) + (restY * restY) < limit * limit * rest * rest;
            if (!inside)
            {
                _cut.Add((left, -x, -y, kind));
                break;
            }
            _cut.Add((pt, kx, ky, kind));
            (left, x, y) = (rest, restX, restY);
        }
        foreach ((double pt, double kx, double ky, int kind) in _cut)
            Emit(random, new JetConstituent(pt, parton.Y + (kx / pt), parton.Phi + (ky / pt), kind), into);
    }

    // f(z) dz = (1 − z)^a exp(−b mT²/z) dln z: ln z is drawn evenly and kept in proportion to the rest over its maximum.
    private static double LundShare(SeededRandom random, double transverseMassSquared)
    {
        double steep = B * transverseMassSquared;
        // d ln/dz = −a/(1 − z) + steep/z² = 0  ⇔  a z² + steep z − steep = 0.
        double peak = 2 * steep / (steep + Math.Sqrt((steep * steep) + (4 * A * steep)));
        double top = LogRest(peak, steep);
        double range = PortableMath.Log(steep / 30);          // below steep/30 the exponential is under e⁻³⁰
        while (true)
        {
            double z = PortableMath.Exp(Math.Min(range, -1) * random.NextDouble());
            if (z < 1 - 1e-9 && random.NextDouble() < PortableMath.Exp(Math.Max(LogRest(z, steep) - top, -600))) return z;
        }
    }

    private static double LogRest(double z, double steep) => (A * PortableMath.Log(1 - z)) - (steep / z);

    /// <summary>Adds a particle; π⁰ → γγ, isotropic in its rest frame: z uniform, kT = m √(z (1 − z)).</summary>
    internal static void Emit(SeededRandom random, JetConstituent particle, List<JetConstituent> into)
    {
        if (particle.PdgId != HadronKinds.NeutralPion)
        {
            into.Add(particle);
            return;
        }
        double z = Math.Clamp(random.NextDouble(), 1e-3, 1 - 1e-3);   // a photon of no momentum has no direction
        (double cos, double sin) = TwoBodyDecay.Circle(random);
        double kt = HadronKinds.NeutralPionMass * Math.Sqrt(z * (1 - z));
        double first = kt / (z * particle.Pt), second = -kt / ((1 - z) * particle.Pt);
        into.Add(new JetConstituent(z * particle.Pt, particle.Y + (first * cos), particle.Phi + (first * sin), HadronKinds.Photon));
        into.Add(new JetConstituent((1 - z) * particle.Pt, particle.Y + (second * cos), particle.Phi + (second * sin), HadronKinds.Photon));
    }
}
