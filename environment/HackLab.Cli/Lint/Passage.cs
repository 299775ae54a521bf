using System.Text;
using System.Text.RegularExpressions;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Lint;

/// <summary>A heading, the text below it, and the code cells up to the next heading.</summary>
/// <param name="Heading">Its words and level; level 0 and no words for what stands above the first heading.</param>
/// <param name="Cell">The cell with the heading.</param>
/// <param name="Text">The markdown below the heading.</param>
/// <param name="Code">The code cells.</param>
internal sealed record Passage(Heading Heading, LessonCell Cell, string Text, IReadOnlyList<LessonCell> Code)
{
    /// <summary>All passages of some cells, in order.</summary>
    public static IReadOnlyList<Passage> In(IEnumerable<LessonCell> cells)
    {
        var passages = new List<Passage>();
        Heading heading = default;
        LessonCell? place = null;
        var text = new StringBuilder();
        var code = new List<LessonCell>();
        foreach (LessonCell cell in cells)
        {
            place ??= cell;
            if (cell.IsCode) code.Add(cell);
            if (!cell.IsMarkdown) continue;
            text.Append('\n');
            foreach ((Heading? begins, string line) in Lines(cell.Source))
            {
                if (begins is { } next)
                {
                    Close();
                    (heading, place) = (next, cell);
                }
                else
                {
                    text.Append(line).Append('\n');
                }
            }
        }
        Close();
        return passages;

        void Close()
        {
            if (place is not null && (heading.Level > 0 || code.Count > 0 || !string.IsNullOrWhiteSpace(text.ToString())))
                passages.Add(new Passage(heading, place, text.ToString(), [.. code]));
            text.Clear();
            code.Clear();
        }
    }

    /// <summary>The first passage whose heading fits, with those below smaller headings; null if there is none.</summary>
    public static Passage? Section(IReadOnlyList<Passage> passages, Regex title)
    {
        for (int i = 0; i < passages.Count; i++)
        {
            Heading heading = passages[i].Heading;
            if (heading.Level < 2 || !title.IsMatch(heading.Text)) continue;
            Passage[] parts = [passages[i], .. passages.Skip(i + 1).TakeWhile(later => later.Heading.Level > heading.Level)];
            return passages[i] with
            {
                Text = string.Join('\n', parts.Select(part => part.Text)),
                Code = [.. parts.SelectMany(part => part.Code)],
            };
        }
        return null;
    }

    private static IEnumerable<(Heading? Begins, string Line)> Lines(string markdown)
    {
        bool fenced = false;
        foreach (string line in markdown.Split('\n'))
        {
            string trimmed = line.TrimStart();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
                fenced = !fenced;
            Heading heading = fenced ? default : Headings.In(line).FirstOrDefault();
            yield return (heading.Level > 0 ? heading : null, line);
        }
    }
}
