using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Energy and momentum of a particle or a system, in GeV; z is the beam's direction.</summary>
internal readonly record struct FourMomentum(double E, double X, double Y, double Z)
{
    internal double TransverseSquared => (X * X) + (Y * Y);

    /// <summary>Momentum across the beam, pT = √(px² + py²).</summary>
    internal double Transverse => Math.Sqrt(TransverseSquared);

    /// <summary>η = asinh(pz/pT).</summary>
    internal double Eta => PortableMath.Asinh(Z / Math.Max(Transverse, 1e-9));

    /// <summary>The angle around the beam, in (−π, π].</summary>
    internal double Phi => PortableMath.Atan2(Y, X);

    internal double MassSquared => (E * E) - TransverseSquared - (Z * Z);

    /// <summary>Invariant mass, m² = E² − p²; 0 where rounding makes m² negative.</summary>
    internal double Mass => Math.Sqrt(Math.Max(MassSquared, 0));

    public static FourMomentum operator +(FourMomentum a, FourMomentum b) => new(a.E + b.E, a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static FourMomentum operator *(double factor, FourMomentum a) => new(factor * a.E, factor * a.X, factor * a.Y, factor * a.Z);

    /// <summary>A system of given mass, transverse momentum and rapidity y: E = mT cosh y, pz = mT sinh y, mT² = m² + pT².</summary>
    internal static FourMomentum FromRapidity(double mass, double x, double y, double rapidity)
    {
        double transverseMass = Math.Sqrt((mass * mass) + (x * x) + (y * y));
        double up = PortableMath.Exp(rapidity), down = 1 / up;
        return new FourMomentum(transverseMass * (up + down) / 2, x, y, transverseMass * (up - down) / 2);
    }

    /// <summary>This momentum, given in the rest frame of <paramref name="frame"/>, as the laboratory sees it.</summary>
    internal FourMomentum BoostFrom(FourMomentum frame)
    {
        double mass = frame.Mass;
        double along = (X * frame.X) + (Y * frame.Y) + (Z * frame.Z);
        double energy = ((E * frame.E) + along) / mass;
        double push = (E + energy) / (frame.E + mass);
        return new FourMomentum(energy, X + (push * frame.X), Y + (push * frame.Y), Z + (push * frame.Z));
    }

    /// <summary>The square of the angular distance ΔR² = Δη² + Δφ².</summary>
    internal static double DistanceSquared(double eta1, double phi1, double eta2, double phi2)
    {
        double eta = eta1 - eta2, phi = Math.Abs(phi1 - phi2);
        if (phi > Math.PI) phi = (2 * Math.PI) - phi;
        return (eta * eta) + (phi * phi);
    }
}
