namespace HackLab.Charts.Internals;

/// <summary>How the filled area of a class is drawn, so that classes differ in print and for colour-blind readers too.</summary>
internal enum Fill
{
    /// <summary>An even, translucent tint.</summary>
    Plain,

    /// <summary>Strokes that rise to the right.</summary>
    Rising,

    /// <summary>Strokes that fall to the right.</summary>
    Falling,

    /// <summary>Dots.</summary>
    Dots,
}

/// <summary>The shape of the points on a curve.</summary>
internal enum Marker
{
    /// <summary>A disk.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle.</summary>
    Triangle,

    /// <summary>A square on its corner.</summary>
    Diamond,
}

/// <summary>The appearance of one class or curve: never colour alone.</summary>
/// <param name="Colour">The colour as #rrggbb.</param>
/// <param name="Dash">The SVG dash pattern of its line; empty if solid.</param>
/// <param name="Fill">How its area is filled.</param>
/// <param name="Marker">The shape of its points.</param>
internal sealed record Look(string Colour, string Dash, Fill Fill, Marker Marker);

/// <summary>
/// The colours of every figure: those of M. Okabe and K. Ito, "Color Universal Design" (2008), told apart with every common kind
/// of colour vision; without their yellow, which is too faint for lines on white.
/// </summary>
internal static class Palette
{
    public const string Ink = "#1f2430", Muted = "#5a6270", Grid = "#e4e7ec", Frame = "#9aa2ae", Paper = "#ffffff";
    public const string Blue = "#0072B2", Vermillion = "#D55E00";

    private static readonly string[] _colours = [Blue, Vermillion, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];
    private static readonly string[] _dashes = ["", "7 4", "2 3", "9 3 2 3", "12 4", "4 2", "1 2"];
    private static readonly Fill[] _fills = [Fill.Plain, Fill.Rising, Fill.Dots, Fill.Falling];
    private static readonly Marker[] _markers = [Marker.Circle, Marker.Square, Marker.Triangle, Marker.Diamond];

    /// <summary>The look of the class or curve with this number; after 7 the colours come again with other dashes, fills and markers.</summary>
    public static Look Of(int index) => new(
        _colours[index % _colours.Length], _dashes[(index + (index / _colours.Length)) % _dashes.Length],
        _fills[index % _fills.Length], _markers[index % _markers.Length]);
}
