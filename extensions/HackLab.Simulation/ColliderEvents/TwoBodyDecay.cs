using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// A particle falls apart into two. In its rest frame both fly apart with the momentum
/// p* = √((M² − (m₁+m₂)²)(M² − (m₁−m₂)²)) / 2M (Particle Data Group, review "Kinematics", two-body decays).
/// </summary>
internal static class TwoBodyDecay
{
    /// <summary>Every direction in the rest frame equally likely.</summary>
    internal static (FourMomentum First, FourMomentum Second) Isotropic(SeededRandom random, FourMomentum parent, double m1, double m2)
    {
        double cos = (2 * random.NextDouble()) - 1, sin = Math.Sqrt(1 - (cos * cos));
        (double cosPhi, double sinPhi) = Circle(random);
        return Along(parent, m1, m2, sin * cosPhi, sin * sinPhi, cos);
    }

    /// <summary>At the angle θ from the beam, in the rest frame.</summary>
    internal static (FourMomentum First, FourMomentum Second) AlongBeam(SeededRandom random, FourMomentum parent, double m1, double m2, double cos)
    {
        double sin = Math.Sqrt(1 - (cos * cos));
        (double cosPhi, double sinPhi) = Circle(random);
        return Along(parent, m1, m2, sin * cosPhi, sin * sinPhi, cos);
    }

    /// <summary>
    /// At the angle θ from the parent's own direction of flight, as decays of polarised W bosons need it.
    /// </summary>
    /// <param name="random">Draws the angle around that direction.</param>
    /// <param name="parent">What decays.</param>
    /// <param name="flight">The parent's momentum as seen from the particle it came from.</param>
    /// <param name="cos">cos θ of the first daughter.</param>
    /// <param name="m1">The first daughter's mass.</param>
    /// <param name="m2">The second daughter's mass.</param>
    internal static (FourMomentum First, FourMomentum Second) Polarised(SeededRandom random, FourMomentum parent, FourMomentum flight, double cos, double m1 = 0, double m2 = 0)
    {
        double length = Math.Sqrt(flight.TransverseSquared + (flight.Z * flight.Z));
        double zx = flight.X / length, zy = flight.Y / length, zz = flight.Z / length;
        // Any direction across the flight will do as x: the angle around it is uniform.
        double xx, xy, xz;
        if (Math.Abs(zz) < 0.9) (xx, xy, xz) = (zy, -zx, 0);
        else (xx, xy, xz) = (0, zz, -zy);
        double norm = Math.Sqrt((xx * xx) + (xy * xy) + (xz * xz));
        (xx, xy, xz) = (xx / norm, xy / norm, xz / norm);
        double yx = (zy * xz) - (zz * xy), yy = (zz * xx) - (zx * xz), yz = (zx * xy) - (zy * xx);
        (double c, double s) = Circle(random);
        double sin = Math.Sqrt(1 - (cos * cos));
        return Along(
            parent, m1, m2,
            (sin * ((c * xx) + (s * yx))) + (cos * zx),
            (sin * ((c * xy) + (s * yy))) + (cos * zy),
            (sin * ((c * xz) + (s * yz))) + (cos * zz));
    }

    /// <summary>cos and sin of a uniform angle, by rejection, so that no sine of the system is needed.</summary>
    internal static (double Cos, double Sin) Circle(SeededRandom random)
    {
        while (true)
        {
            double u = (2 * random.NextDouble()) - 1, v = (2 * random.NextDouble()) - 1, s = (u * u) + (v * v);
            if (s < 1 && s > 1e-12) return (((u * u) - (v * v)) / s, 2 * u * v / s);
        }
    }

    private static (FourMomentum First, FourMomentum Second) Along(
        FourMomentum parent, double m1, double m2, double x, double y, double z)
    {
        double squared = parent.MassSquared, mass = Math.Sqrt(squared);
        double sum = (m1 + m2) * (m1 + m2), difference = (m1 - m2) * (m1 - m2);
        double p = Math.Sqrt(Math.Max((squared - sum) * (squared - difference), 0)) / (2 * mass);
        var first = new FourMomentum(Math.Sqrt((p * p) + (m1 * m1)), p * x, p * y, p * z);
        var second = new FourMomentum(Math.Sqrt((p * p) + (m2 * m2)), -p * x, -p * y, -p * z);
        return (first.BoostFrom(parent), second.BoostFrom(parent));
    }
}
