namespace HackLab.Data.LensingSuperres;

/// <summary>The sky of pictures, from the four corners, where no lens is.</summary>
/// <param name="Level">The median pixel there, averaged over pictures.</param>
/// <param name="Noise">The standard deviation there, averaged over pictures.</param>
internal sealed record SkyStatistics(double Level, double Noise)
{
    private const int Share = 6; // a corner is a sixth of the width: the ring's wings are below 0.002 there

    /// <summary>Describes the sky of square pictures.</summary>
    internal static SkyStatistics Of(ReadOnlySpan<float> pictures, int side)
    {
        int count = pictures.Length / (side * side), corner = side / Share;
        double level = 0, noise = 0;
        var sky = new float[4 * corner * corner];
        for (int picture = 0; picture < count; picture++)
        {
            ReadOnlySpan<float> pixels = pictures.Slice(picture * side * side, side * side);
            for (int i = 0; i < sky.Length; i++)
            {
                int quadrant = i / (corner * corner), row = i / corner % corner, column = i % corner;
                if (quadrant >= 2) row = side - 1 - row;
                if (quadrant % 2 == 1) column = side - 1 - column;
                sky[i] = pixels[(row * side) + column];
            }
            Statistics s = Statistics.Of(sky);
            (level, noise) = (level + s.Median, noise + s.Std);
        }
        return new SkyStatistics(level / count, noise / count);
    }
}
