using System.Globalization;

namespace HackLab.Simulation.Digits;

/// <summary>
/// How each digit is written: its strokes, each a row of points that the pen passes; x to the right and y downwards, both from 0
/// to 1. Drawn for HackLab after common handwriting.
/// </summary>
internal static class DigitStrokes
{
    // A line per digit; strokes apart by |, points by blanks.
    private const string Table = """
        .50,0 .20,.16 .08,.52 .28,.92 .58,1 .86,.68 .84,.26 .50,0
        .30,.20 .52,0 | .52,0 .50,.50 .48,1
        .14,.26 .42,0 .80,.16 .74,.46 .36,.80 .08,1 | .08,1 .48,.94 .92,1
        .14,.12 .50,0 .82,.20 .66,.42 .38,.49 | .38,.49 .74,.57 .88,.79 .55,1 .10,.90
        .36,0 .24,.28 .08,.56 | .08,.56 .46,.55 .92,.52 | .72,.06 .68,.52 .66,1
        .86,.02 .58,.03 .28,.05 | .28,.05 .24,.24 .20,.46 | .20,.46 .60,.40 .86,.66 .60,.97 .12,.90
        .76,.02 .40,.20 .14,.60 .24,.94 .58,1 .80,.76 .60,.54 .22,.68
        .10,.06 .48,.04 .86,.03 | .86,.03 .56,.50 .40,1
        .50,.47 .20,.25 .50,0 .80,.22 .50,.47 .16,.76 .50,1 .85,.77 .50,.47
        .80,.28 .50,.02 .18,.26 .40,.51 .80,.28 | .80,.28 .76,.66 .60,1
        """;

    /// <summary>Strokes by digit; each stroke holds x, y of its points.</summary>
    internal static IReadOnlyList<IReadOnlyList<(double X, double Y)[]>> All { get; } =
        [.. Table.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split('|').Select(Points).ToArray())];

    private static (double X, double Y)[] Points(string stroke) =>
        [.. stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(point =>
        {
            string[] xy = point.Split(',');
            return (double.Parse(xy[0], CultureInfo.InvariantCulture), double.Parse(xy[1], CultureInfo.InvariantCulture));
        })];
}
