using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>Numbers that describe the print of lines, simulated or real, all measured the same way.</summary>
/// <param name="InkShare">The share of pixels darker than half way from paper to ink.</param>
/// <param name="StrokeWidth">The mean run of such pixels along a row, in pixels, runs of 12 and more (rules) left out.</param>
/// <param name="CharacterWidth">Pixels from the first to the last ink of a line, rules beside it left out, by its characters,
/// blanks counted.</param>
/// <param name="Paper">Brightness of paper: the 80th hundredth of all pixels.</param>
/// <param name="Ink">Brightness of ink: the half of the first hundredth.</param>
internal sealed record PrintMeasures(double InkShare, double StrokeWidth, double CharacterWidth, double Paper, double Ink)
{
    private const int LongestStroke = 12;
    private const double RuleShare = 0.85;     // of a line's rows; letters with a neighbour line's reach 0.8

    internal static PrintMeasures Of(TextLines lines)
    {
        float[] all = [.. lines.Lines.SelectMany(line => line.Pixels)];
        Array.Sort(all);
        double paper = all[(int)(0.8 * (all.Length - 1))], ink = all[(int)(0.005 * (all.Length - 1))], middle = (paper + ink) / 2;
        long dark = 0, runs = 0, runPixels = 0, across = 0, characters = 0;
        foreach (LineImage line in lines.Lines)
        {
            bool[] rules = Rules(line, middle);
            int first = line.Width, last = -1;
            for (int row = 0; row < line.Height; row++)
            {
                int run = 0;
                for (int column = 0; column <= line.Width; column++)
                {
                    if (column < line.Width && line.Pixels[(row * line.Width) + column] < middle)
                    {
                        run++;
                        continue;
                    }
                    dark += run;
                    if (run is > 0 and < LongestStroke)
                    {
                        runs++;
                        runPixels += run;
                        if (!rules[column - 1]) (first, last) = (Math.Min(first, column - run), Math.Max(last, column - 1));
                    }
                    run = 0;
                }
            }
            if (line.Text.Length == 0 || last < first) continue;
            across += last - first + 1;
            characters += line.Text.Length;
        }
        return new PrintMeasures((double)dark / all.Length, (double)runPixels / runs, (double)across / characters, paper, ink);
    }
    // Columns that are dark over more rows than a letter has: rules beside the text, with the columns that they lean into.
    private static bool[] Rules(LineImage line, double middle)
    {
        const int flank = 2;
        var rules = new bool[line.Width];
        for (int column = 0; column < line.Width; column++)
        {
            int dark = 0;
            for (int row = 0; row < line.Height; row++)
            {
                bool here = false;
                for (int near = Math.Max(0, column - 1); near <= Math.Min(line.Width - 1, column + 1); near++)
                    here |= line.Pixels[(row * line.Width) + near] < middle;
                dark += here ? 1 : 0;
            }
            if (dark < RuleShare * line.Height) continue;
            for (int near = Math.Max(0, column - flank); near <= Math.Min(line.Width - 1, column + flank); near++) rules[near] = true;
        }
        return rules;
    }
}
