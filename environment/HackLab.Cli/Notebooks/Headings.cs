namespace HackLab.Cli.Notebooks;

/// <summary>A heading in a markdown text.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its words, without the signs for emphasis and code.</param>
internal readonly record struct Heading(int Level, string Text);

/// <summary>Finds ATX headings (# …) outside fenced code, which is all that progress and titles need.</summary>
internal static class Headings
{
    public static IEnumerable<Heading> In(string markdown)
    {
        bool fenced = false;
        foreach (string line in markdown.Split('\n'))
        {
            string text = line.Trim();
            if (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal)) fenced = !fenced;
            if (fenced || !text.StartsWith('#')) continue;
            int level = text.TakeWhile(sign => sign == '#').Count();
            if (level > 6 || level == text.Length || text[level] != ' ') continue;
            yield return new Heading(level, text[level..].Trim().TrimEnd('#').Trim().Replace("**", "").Replace("`", ""));
        }
    }
}
