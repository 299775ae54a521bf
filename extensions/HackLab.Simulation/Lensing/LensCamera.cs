using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>Turns rays into pictures of one survey; holds the work space of one thread.</summary>
internal sealed class LensCamera
{
    private const double Background = 0.01;           // Model I: standard deviation of the background per pixel and second
    private const double LeastExposureLog = 3, ExposureLogRange = 0.5; // log₁₀ of seconds
    private const double Ln10 = 2.302585092994046;

    private readonly LensSurvey _survey;
    private readonly DeflectionField _field;
    private readonly PointSpread _spread;
    private readonly PointMasses _masses = new();
    private readonly double[] _x, _y;

    internal LensCamera(LensSurvey survey, DeflectionField field)
    {
        (_survey, _field) = (survey, field);
        _spread = new PointSpread(survey.PsfWidth / survey.PixelScale, survey.Pixels);
        int size = survey.Pixels * survey.Pixels;
        (_x, _y, Image) = (new double[size], new double[size], new double[size]);
    }

    /// <summary>The picture taken last, shape [pixels, pixels].</summary>
    internal double[] Image { get; }

    /// <summary>Draws a lens and its source and takes the picture: exact light per pixel, blurred, without noise.</summary>
    internal void Take(SeededRandom random, DarkMatter kind, LensSource source)
    {
        _masses.Draw(random, kind);
        double x = (2 * random.NextDouble()) - 1, y = (2 * random.NextDouble()) - 1;
        Take(_masses, source, _survey.SourceOffset * x, _survey.SourceOffset * y);
    }

    /// <summary>Takes the picture of a source at a given place.</summary>
    internal void Take(PointMasses masses, LensSource source, double sourceX, double sourceY)
    {
        _field.Trace(masses, _x, _y);
        for (int i = 0; i < _x.Length; i++) (_x[i], _y[i]) = (_x[i] - sourceX, _y[i] - sourceY);
        source.Shine(_x, _y, Image);
        double area = _survey.PixelScale * _survey.PixelScale;
        for (int i = 0; i < Image.Length; i++) Image[i] *= area;
        _spread.Blur(Image);
    }

    /// <summary>
    /// Model I's noise, step by step as in the published simulation: to the light per second a normal approximation of photon noise
    /// and a normal background are added; times the exposure, and cut at zero, that is the mean of the photons counted.
    /// </summary>
    internal void AddNoise(SeededRandom random)
    {
        double exposure = PortableMath.Exp(Ln10 * (LeastExposureLog + (ExposureLogRange * random.NextDouble())));
        for (int i = 0; i < Image.Length; i++)
        {
            double light = Image[i];
            double photons = Math.Sqrt(light / exposure) * random.NextNormal(), background = Background * random.NextNormal();
            Image[i] = PoissonCounts.Next(random, exposure * (light + photons + background));
        }
    }

    /// <summary>Writes the picture scaled so that its least pixel is 0 and its brightest 1.</summary>
    internal void WriteNormalised(Span<float> pixels) => Normalisation.Write(Image, pixels);
}
