using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>A disk, its planets and how it is observed: what all snapshots of a run share.</summary>
public sealed record DiskRun
{
    /// <summary>The lightest planet in solar masses: about five times the Earth.</summary>
    public const double SmallestMass = 1.6e-5;

    /// <summary>The heaviest planet in solar masses: about five times Jupiter.</summary>
    public const double LargestMass = 4.8e-3;

    /// <summary>The smallest orbit in AU.</summary>
    public const double SmallestOrbit = 17;

    /// <summary>The largest orbit in AU.</summary>
    public const double LargestOrbit = 152;

    /// <summary>Its number, from 0.</summary>
    public int Number { get; init; }

    /// <summary>Its planets, none to four, from the star outwards.</summary>
    public IReadOnlyList<Planet> Planets { get; init; } = [];

    /// <summary>Angle between the disk's axis and the line of sight, in degrees: 0 face-on, 80 nearly edge-on.</summary>
    public double Inclination { get; init; }

    /// <summary>Direction of the long axis on the sky in degrees, from up to the left.</summary>
    public double PositionAngle { get; init; }

    /// <summary>Full width at half maximum of the beam along its long axis, in AU.</summary>
    public double BeamMajor { get; init; }

    /// <summary>The same along its short axis.</summary>
    public double BeamMinor { get; init; }

    internal double BeamAngle { get; init; }

    /// <summary>Noise as a share of the brightest pixel.</summary>
    public double Noise { get; init; }

    /// <summary>Scale height over radius at 100 AU; it grows as r^¼.</summary>
    public double AspectRatio { get; init; }

    /// <summary>Viscosity α of Shakura and Sunyaev.</summary>
    public double Viscosity { get; init; }

    internal double DensitySlope { get; init; }      // Σ ∝ r^−p exp(−(r/Rc)^(2−p))

    internal double TaperRadius { get; init; }

    internal double OpticalDepth { get; init; }      // face-on, at 50 AU, without gaps

    internal double CavityRadius { get; init; }

    internal double CavityDepth { get; init; } = 1;

    internal IReadOnlyList<Ring> Rings { get; init; } = [];

    internal IReadOnlyList<Wave> Waves { get; init; } = [];

    /// <summary>A ring or a gap that no planet made: Σ is multiplied by 1 + amplitude·exp(−½((r − radius)/width)²).</summary>
    internal readonly record struct Ring(double Radius, double Width, double Amplitude);

    /// <summary>A smooth asymmetry: Σ is multiplied by 1 + amplitude·cos(m(φ − phase) + twist·ln r).</summary>
    internal readonly record struct Wave(int Order, double Amplitude, double Phase, double Twist);

    /// <summary>Draws a run.</summary>
    internal static DiskRun Draw(SeededRandom random, int number)
    {
        double Even(double low, double high) => low + ((high - low) * random.NextDouble());
        double LogEven(double low, double high) => PortableMath.Exp(Even(PortableMath.Log(low), PortableMath.Log(high)));
        int planets = random.NextDouble() < 0.45 ? 0 : 1 + random.NextInt(4);
        double beam = Even(6, 14);
        // Even in cos i would be random directions; the published pictures are even in the angle, up to 80°.
        var run = new DiskRun
        {
            Number = number,
            Inclination = Even(0, 80),
            PositionAngle = Even(0, 360),
            BeamMajor = beam,
            BeamMinor = beam * Even(0.7, 1),
            BeamAngle = Even(0, 180),
            Noise = LogEven(0.005, 0.03),
            AspectRatio = Even(0.045, 0.08),
            Viscosity = LogEven(3e-4, 3e-3),
            DensitySlope = Even(0.5, 1.2),
            TaperRadius = Even(80, 160),
            OpticalDepth = LogEven(0.15, 3),
            CavityRadius = random.NextDouble() < 0.5 ? Even(4, 28) : 0,
            CavityDepth = LogEven(0.01, 0.4),
            Rings = [.. Enumerable.Range(0, random.NextInt(6)).Select(_ => DrawRing(random))],
            Waves = [new Wave(1, Even(0, 0.12), Even(0, 2 * Math.PI), Even(-3, 3)), new Wave(2, Even(0, 0.12), Even(0, 2 * Math.PI), Even(-3, 3))],
        };
        var orbits = new List<Planet>();
        for (int tries = 0; orbits.Count < planets && tries < 50; tries++)
        {
            // √u: heavy planets are drawn more often, since the lightest leave no trace.
            double mass = SmallestMass * PortableMath.Exp(Math.Sqrt(random.NextDouble()) * PortableMath.Log(LargestMass / SmallestMass));
            var planet = new Planet(mass, LogEven(SmallestOrbit, LargestOrbit))
            {
                Phase = Even(0, 2 * Math.PI), Glow = mass > 2e-4 && random.NextDouble() < 0.5 ? Even(0.3, 2) : 0,
            };
            // Orbits closer than five mutual Hill radii do not last.
            if (orbits.All(o => Math.Abs(o.Radius - planet.Radius) > 2.5 * (o.Radius + planet.Radius) * PortableMath.Pow((o.Mass + mass) / 3, 1.0 / 3)))
                orbits.Add(planet);
        }
        return run with { Planets = [.. orbits.OrderBy(o => o.Radius)] };
    }

    private static Ring DrawRing(SeededRandom random)
    {
        double radius = 20 + (130 * random.NextDouble()), width = radius * (0.03 + (0.10 * random.NextDouble()));
        // Half are dark: condensation fronts and the edges of dead zones make gaps without a planet, too.
        double amplitude = random.NextDouble() < 0.5 ? -0.2 - (0.65 * random.NextDouble()) : 0.15 + (0.85 * random.NextDouble());
        return new Ring(radius, width, amplitude);
    }
}
