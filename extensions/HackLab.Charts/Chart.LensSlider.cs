using System.Globalization;
using HackLab.Simulation.Lensing;

namespace HackLab.Charts;

/// <summary>A gravitational lens to play with.</summary>
public static partial class Chart
{
    /// <summary>
    /// A galaxy that a slider moves behind a smooth lens: beside each other the galaxy as it is, and as it is seen. Every picture is traced
    /// by <see cref="LensSimulator"/>, pixel by pixel, before it is shown.
    /// </summary>
    /// <param name="places">
    /// How far to the right of the lens the galaxy stands, in seconds of arc, 2 to 60 places; null for 1.2″ to 0″ in steps of 0.1″.
    /// </param>
    /// <exception cref="ArgumentException">There are too few or too many places.</exception>
    /// <example><code>Chart.LensSlider()</code></example>
    public static SliderFigure LensSlider(IReadOnlyList<double>? places = null)
    {
        places ??= [.. Enumerable.Range(0, 13).Select(i => (12 - i) / 10.0)];
        // Model II's lens and optics before a camera with twice as many pixels, so that a ring looks like one.
        LensSurvey lens = LensSurvey.ModelII with { Pixels = 80, PixelScale = 0.05 };
        string[] words = [.. places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:0.##}″"))];
        return Slider([.. places.Select((place, i) => At(place, words[i]))], words,
            new SliderOptions { Title = "A galaxy moves behind a lens", Label = "Galaxy to the right of the lens" });

        Figure At(double right, string words) => ImageGrid(
            [Sky(lens with { DeflectionScale = 0 }, right, "the galaxy"), Sky(lens, right, "through the lens")],
            new ImageOptions { Title = $"Galaxy {words} to the right of the lens", ColourBar = false });

        static ImageTile Sky(LensSurvey survey, double right, string label) =>
            new(LensSimulator.SmoothImage(survey, right, 0), survey.Pixels, survey.Pixels, label);
    }
}
