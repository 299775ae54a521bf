using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>A disk at a time, as pictures of [size, size] pixels, rows from the top; north is up.</summary>
/// <param name="Observed">Through the beam and with noise, from 0 (its darkest pixel) to 1 (its brightest).</param>
/// <param name="NoiseFree">Through the beam, without noise, in the same units.</param>
/// <param name="Sky">Without beam and noise, its brightest pixel 1.</param>
/// <param name="OpticalDepth">Optical depth τ of the disk seen face-on, at the place of the plane that a pixel sees.</param>
public sealed record DiskSnapshot(float[] Observed, float[] NoiseFree, float[] Sky, float[] OpticalDepth)
{
    /// <summary>Half the width of the picture in AU.</summary>
    internal const double Reach = 200;

    // Points per pixel and axis, so that narrow rings and steep edges do not shimmer; large pictures need none.
    private static int Points(int size) => size < 200 ? 2 : 1;

    internal static DiskSnapshot Take(DiskRun run, SeededRandom random, double orbits, double age, int size, bool withDepth)
    {
        var sky = new DiskSky(run, orbits, age);
        (double[] light, double[] depth) = Project(run, sky, size, withDepth);
        double scale = size / (2 * Reach);
        var beam = new Beam(run.BeamMajor * scale, run.BeamMinor * scale, run.BeamAngle * (Math.PI / 180));
        double[] seen = beam.Convolve(light, size), noise = new double[light.Length];
        double peak = seen.Max(), brightest = light.Max();
        for (int i = 0; i < noise.Length; i++) noise[i] = random.NextNormal();
        double level = run.Noise * peak / beam.NoiseFactor;
        double[] observed = beam.Convolve(noise, size);
        for (int i = 0; i < observed.Length; i++) observed[i] = seen[i] + (level * observed[i]);
        double low = observed.Min(), span = observed.Max() - low;
        return new DiskSnapshot(
            Array.ConvertAll(observed, v => (float)((v - low) / span)), Array.ConvertAll(seen, v => (float)((v - low) / span)),
            Array.ConvertAll(light, v => (float)(v / brightest)), Array.ConvertAll(depth, v => (float)v));
    }

    private static (double[] Light, double[] Depth) Project(DiskRun run, DiskSky sky, int size, bool withDepth)
    {
        double[] light = new double[size * size], depth = new double[size * size];
        (double sin, double cos) = PortableMath.SinCos(run.PositionAngle * (Math.PI / 180));
        (_, double tilt) = PortableMath.SinCos(run.Inclination * (Math.PI / 180));
        int points = Points(size);
        double pixel = 2 * Reach / size, part = pixel / points, weight = 1.0 / (points * points);
        for (int i = 0; i < light.Length; i++)
        {
            for (int p = 0; p < points * points; p++)
            {
                // Up and left of the star; the long axis of the disk lies at the position angle from up towards the left.
                double up = Reach - ((i / size) * pixel) - (((p / points) + 0.5) * part), left = Reach - ((i % size) * pixel) - (((p % points) + 0.5) * part);
                double along = (up * cos) + (left * sin), across = ((left * cos) - (up * sin)) / tilt;
                light[i] += weight * sky.BrightnessAt(along, across);
                if (withDepth) depth[i] += weight * sky.DepthAt(along, across);
            }
        }
        return (light, depth);
    }
}
