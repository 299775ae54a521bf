using System.Globalization;
using HackLab.Simulation.PrintedPages;

namespace HackLab.Data.Renaissance;

/// <summary>
/// Gives the lines found on the pages of a picture their text from its transcription, and checks that they fit: by their number,
/// and each line by its length.
/// </summary>
internal static class LineTexts
{
    private const double LeastRatio = 0.6, MostRatio = 1.6;     // of a line's pixels per character to the page's usual
    private const int LeastCharacters = 4;                      // fewer tell nothing: "a." may be anything

    /// <summary>The pages with boxes and text of their lines; what does not fit has no text and is listed.</summary>
    internal static IEnumerable<BookPage> Match(
        string[] names, PageImage[] pages, List<List<string>>? transcribed, List<string> mismatches)
    {
        PageLayout[] layouts = [.. pages.Select(PageLayout.Of)];
        IReadOnlyList<string>?[] texts = Part(transcribed, [.. layouts.Select(layout => layout.Lines.Count)]);
        var result = new BookPage[pages.Length];
        for (int i = 0; i < pages.Length; i++)
        {
            IReadOnlyList<PrintedLine> lines = layouts[i].Lines;
            if (texts[i] is { } text)
            {
                if (text.Count == lines.Count) lines = WithText(names[i], layouts[i], text, mismatches);
                else mismatches.Add($"{names[i]}: {lines.Count} lines found, {text.Count} transcribed.");
            }
            result[i] = new BookPage(names[i], pages[i].Pixels, pages[i].Width, pages[i].Height, lines);
        }
        return result;
    }

    // Which lines of the transcription stand on which page. Empty lines within it part paragraphs as well as pages, so the lines
    // found decide, if their number is that of all; else marked parts or equal halves, and the number tells where it went wrong.
    private static IReadOnlyList<string>?[] Part(List<List<string>>? transcribed, int[] found)
    {
        if (transcribed is null) return new IReadOnlyList<string>?[found.Length];
        List<string> all = [.. transcribed.SelectMany(part => part)];
        if (found.Length == 1) return [all];
        if (found.Sum() == all.Count) return [all[..found[0]], all[found[0]..]];
        if (transcribed.Count == found.Length) return [.. transcribed];
        int first = (all.Count + 1) / 2;
        return [all[..first], all[first..]];
    }

    private static PrintedLine[] WithText(string page, PageLayout layout, IReadOnlyList<string> text, List<string> mismatches)
    {
        double[] perCharacter = [.. text.Select((line, i) => layout.Extent(i) / (double)line.Length)];
        double usual = perCharacter.Order().ElementAt(perCharacter.Length / 2);
        var lines = new PrintedLine[text.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            double ratio = perCharacter[i] / usual;
            bool fits = text[i].Length < LeastCharacters || ratio is >= LeastRatio and <= MostRatio;
            lines[i] = fits ? layout.Lines[i] with { Text = text[i], Printed = text[i] } : layout.Lines[i];
            if (fits) continue;
            string times = ratio.ToString("F1", CultureInfo.InvariantCulture);
            mismatches.Add(
                $"{page}, line {i + 1}: '{text[i]}' has {times} times the usual pixels per character; "
                + "large type, or another line.");
        }
        return lines;
    }
}
