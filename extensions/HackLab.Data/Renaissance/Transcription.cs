using System.Globalization;

namespace HackLab.Data.Renaissance;

/// <summary>
/// The lines of the challenge's transcription: rules first, then <c>PDF p1</c>, <c>PDF p2</c> … each with the lines of that
/// page of the PDF; an empty line parts the two pages of the book on it.
/// </summary>
internal static class Transcription
{
    private const string Mark = "PDF p";

    /// <summary>The book pages' lines by the number of the PDF's page.</summary>
    internal static SortedDictionary<int, List<List<string>>> Parse(IEnumerable<string> lines, string file)
    {
        var pages = new SortedDictionary<int, List<List<string>>>();
        List<List<string>>? page = null;
        bool apart = true;
        foreach (string line in lines)
        {
            string text = line.Trim();
            if (text.StartsWith(Mark, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                if (!pages.TryAdd(number, page = []))
                    throw new DataFormatException(file, "every page once", $"'{text}' twice", "Correct the number of one of them.");
                apart = true;
            }
            else if (text.Length == 0)
            {
                apart = true;
            }
            else if (page is not null)
            {
                if (apart) page.Add([]);
                apart = false;
                page[^1].Add(text);
            }
        }
        if (pages.Count == 0) throw new DataFormatException(file, $"lines '{Mark}1', '{Mark}2' …", "none", "Is this the transcription?");
        return pages;
    }
}
