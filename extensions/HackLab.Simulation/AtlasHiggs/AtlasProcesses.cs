using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// The collisions that end in a lepton and a hadronic τ, or in a jet taken for one. All masses and widths are those of the
/// Particle Data Group's tables, in GeV; matrix elements are replaced by phase space and the spectra named at each constant.
/// </summary>
internal static class AtlasProcesses
{
    private const double Higgs = 125, Z = 91.19, ZWidth = 2.5;
    private const double SoftRecoil = 9;                                     // GeV per axis: kick by what is too soft for a jet
    private static readonly InitialRadiation Fusion = Gluons(1.4), Weak = Gluons(0.4), Annihilation = Gluons(1.5), Top = Gluons(1.5), WAndJets = Gluons(1.8);

    private const double TagJetRapidity = 2.2, TagJetSpread = 1.0, HiggsSpread = 0.9;
    private const double AssociatedFall = 4;                                 // mass of the pair V H ~ m^-4
    private const double FakeFall = 18;                                      // GeV: harder jets are more seldom taken for a τ
    private const double FakeLeast = 18;                                     // GeV

    /// <summary>gg → H → τ τ.</summary>
    internal static bool GluonFusion(SeededRandom random, CollisionRecord into) => Resonance(random, into, Higgs, Fusion);

    /// <summary>q q̄ → Z → τ τ.</summary>
    internal static bool ZToTaus(SeededRandom random, CollisionRecord into) =>
        Resonance(random, into, HeavyParticles.Spread(random, Z, ZWidth), Annihilation);

    /// <summary>q q → q q H: two quarks each radiate a W boson or Z; they go on forwards and backwards with pT of the order of m(W).</summary>
    internal static bool VectorBosonFusion(SeededRandom random, CollisionRecord into)
    {
        (double x, double y) = Recoil(random, into, Weak, 0);
        for (int side = -1; side <= 1; side += 2)
        {
            // dN/dpT² ~ (pT² + m²)^-3: the squared propagator of the boson, and one power for the fall of the quark densities.
            double pt = HeavyParticles.W * Math.Sqrt((1 / Math.Sqrt(1 - random.NextDouble())) - 1);
            (double cos, double sin) = TwoBodyDecay.Circle(random);
            double rapidity = (side * TagJetRapidity) + (TagJetSpread * random.NextNormal());
            into.Partons.Add(FourMomentum.FromRapidity(0, pt * cos, pt * sin, rapidity), Flavour.Light);
            x -= pt * cos;
            y -= pt * sin;
        }
        ToTaus(random, into, FourMomentum.FromRapidity(Higgs, x, y, HiggsSpread * random.NextNormal()));
        return true;
    }

    /// <summary>q q̄ → V H, V → q q̄.</summary>
    internal static bool Associated(SeededRandom random, CollisionRecord into, bool withZ)
    {
        double boson = withZ ? HeavyParticles.Spread(random, Z, ZWidth) : HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        double mass = (Higgs + boson) * PortableMath.Exp(random.NextExponential() / (AssociatedFall - 1));
        double rapidity = Collision.Rapidity(random, Math.Min(mass, Collision.Energy / 2));
        (double x, double y) = Recoil(random, into, Annihilation, rapidity);
        (FourMomentum v, FourMomentum h) = TwoBodyDecay.Isotropic(random, FourMomentum.FromRapidity(mass, x, y, rapidity), boson, Higgs);
        (FourMomentum q1, FourMomentum q2) = TwoBodyDecay.Isotropic(random, v, 0, 0);
        into.Partons.Add(q1, Flavour.Light);
        into.Partons.Add(q2, Flavour.Light);
        ToTaus(random, into, h);
        return true;
    }

    /// <summary>t t̄ → W b W b, one W to a lepton, the other to a τ.</summary>
    internal static bool TopPair(SeededRandom random, CollisionRecord into)
    {
        (FourMomentum t1, double m1, FourMomentum t2, double m2) = TopPairProduction.Draw(random, into.Partons, Top);
        into.Lepton = LeptonOf(random, into, t1, m1);
        into.Tau = TauDecay.Visible(LeptonOf(random, into, t2, m2), TauDecay.HadronShare(random));
        return true;
    }

    /// <summary>q q̄ → W with jets, W → ℓν; one of the jets is taken for a τ. False if none is.</summary>
    internal static bool WWithJets(SeededRandom random, CollisionRecord into)
    {
        double mass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        double rapidity = Collision.Rapidity(random, mass);
        (double x, double y) = Recoil(random, into, WAndJets, rapidity);
        for (int i = 0; i < into.Partons.Count; i++)
        {
            FourMomentum parton = into.Partons.Partons[i];
            double pt = parton.Transverse;
            if (pt < FakeLeast || random.NextDouble() > PortableMath.Exp((FakeLeast - pt) / FakeFall)) continue;
            into.Tau = parton;
            into.Partons.RemoveAt(i);
            FourMomentum w = FourMomentum.FromRapidity(mass, x, y, rapidity);
            (into.Lepton, _) = TwoBodyDecay.Isotropic(random, w, 0, 0);
            return true;
        }
        return false;
    }

    private static InitialRadiation Gluons(double meanNumber) => new(meanNumber, Softest: 14, Steepness: 1.6, Spread: 1.7);

    private static bool Resonance(SeededRandom random, CollisionRecord into, double mass, InitialRadiation before)
    {
        double rapidity = Collision.Rapidity(random, mass);
        (double x, double y) = Recoil(random, into, before, rapidity);
        ToTaus(random, into, FourMomentum.FromRapidity(mass, x, y, rapidity));
        return true;
    }

    // Jets lie between the system and the middle of the detector, where most of the radiation is.
    private static (double X, double Y) Recoil(SeededRandom random, CollisionRecord into, InitialRadiation before, double rapidity)
    {
        (double x, double y) = before.Emit(random, into.Partons, rapidity / 2);
        return (x + (SoftRecoil * random.NextNormal()), y + (SoftRecoil * random.NextNormal()));
    }

    private static void ToTaus(SeededRandom random, CollisionRecord into, FourMomentum parent)
    {
        (FourMomentum a, FourMomentum b) = TwoBodyDecay.Isotropic(random, parent, 0, 0);
        into.Lepton = TauDecay.Visible(a, TauDecay.LeptonShare(random));
        into.Tau = TauDecay.Visible(b, TauDecay.HadronShare(random));
    }

    // Adds the b quark; the charged lepton of the W is returned.
    private static FourMomentum LeptonOf(SeededRandom random, CollisionRecord into, FourMomentum top, double mass)
    {
        double wMass = HeavyParticles.Spread(random, HeavyParticles.W, HeavyParticles.WWidth);
        (FourMomentum w, FourMomentum b) = TwoBodyDecay.Isotropic(random, new(mass, 0, 0, 0), wMass, HeavyParticles.Bottom);
        into.Partons.Add(b.BoostFrom(top), Flavour.Bottom);
        WDecay.ToLepton(random, into.Partons, w.BoostFrom(top), w, Polarisation.FromTop);
        return into.Partons.Lepton;
    }
}
