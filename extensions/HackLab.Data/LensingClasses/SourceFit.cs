using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingClasses;

/// <summary>
/// Where the galaxy behind a smooth lens lies, found from an image: two numbers that make the ray-traced image fit best.
/// </summary>
/// <param name="X">Seconds of arc from the axis.</param>
/// <param name="Y">Likewise, upwards.</param>
/// <param name="LargestError">The largest difference of a pixel that remains.</param>
internal sealed record SourceFit(double X, double Y, double LargestError)
{
    private const double Reach = 0.35, Finest = 1e-7; // seconds of arc

    /// <summary>Fits by a coarse grid and then by a pattern search that halves its step when no neighbour is better.</summary>
    internal static SourceFit To(ReadOnlySpan<float> image, LensSurvey survey)
    {
        (double x, double y, double best) = (0, 0, double.MaxValue);
        const double coarse = Reach / 5;
        for (int i = -5; i <= 5; i++)
        {
            for (int j = -5; j <= 5; j++) Try(image, i * coarse, j * coarse, ref x, ref y, ref best);
        }
        for (double step = coarse / 2; step > Finest;)
        {
            (double fromX, double fromY) = (x, y);
            foreach ((int dx, int dy) in ((int, int)[])[(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)])
                Try(image, fromX + (dx * step), fromY + (dy * step), ref x, ref y, ref best);
            if (x == fromX && y == fromY) step /= 2;
        }
        float[] fitted = LensSimulator.SmoothImage(survey, x, y);
        double largest = 0;
        for (int i = 0; i < fitted.Length; i++) largest = Math.Max(largest, Math.Abs(fitted[i] - image[i]));
        return new SourceFit(x, y, largest);

        void Try(ReadOnlySpan<float> real, double atX, double atY, ref double bestX, ref double bestY, ref double least)
        {
            float[] made = LensSimulator.SmoothImage(survey, atX, atY);
            double sum = 0;
            for (int i = 0; i < made.Length; i++) sum += (made[i] - real[i]) * (made[i] - real[i]);
            if (sum < least) (bestX, bestY, least) = (atX, atY, sum);
        }
    }
}
