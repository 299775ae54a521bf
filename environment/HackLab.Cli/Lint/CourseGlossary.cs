using HackLab.Data;
using HackLab.Lessons;

namespace HackLab.Cli.Lint;

/// <summary>The words that lessons may take for explained: those of the glossary beside them.</summary>
internal sealed class CourseGlossary
{
    private readonly Glossary _glossary;

    private CourseGlossary(Glossary glossary) => _glossary = glossary;

    /// <exception cref="UsageException">The file is missing or no glossary.</exception>
    public static CourseGlossary Read(string path)
    {
        try
        {
            return new CourseGlossary(Glossary.Parse(File.ReadAllText(path), path));
        }
        catch (Exception e) when (e is DataFormatException or IOException)
        {
            throw new UsageException($"{path}: the glossary cannot be read: {e.Message}");
        }
    }

    /// <summary>Whether a word is there, by any of its names; a word with a bracket also without it.</summary>
    public bool Knows(string word)
    {
        string bare = word.Split(" (")[0].Trim();
        return new[] { word.Trim(), bare }.Any(form => form.Length > 0 && _glossary.Find(form).Terms.Count > 0);
    }

    /// <summary>The nearest words there are, to be shown after a word that is not; empty if none is near.</summary>
    public string Nearest(string word)
    {
        IReadOnlyList<string> near = _glossary.Find(word).Suggestions;
        return near.Count == 0 ? "" : $" (the nearest there: {string.Join(", ", near.Take(3))})";
    }
}
