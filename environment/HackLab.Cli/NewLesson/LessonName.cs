using System.Text.RegularExpressions;
using HackLab.Cli.Lint;

namespace HackLab.Cli.NewLesson;

/// <summary>The name of a lesson to be made.</summary>
/// <param name="Topic">Its folder: small letters, digits and hyphens.</param>
/// <param name="Level">Its notebook: a number and words; in a challenge the number is the level, 1 to 3.</param>
internal sealed partial record LessonName(string Topic, string Level)
{
    public string Full => $"{Topic}/{Level}";

    public LessonKind Kind => LessonKinds.Of(Full);

    /// <summary>What its exercises' names begin with: HIG-B for higgs/1-beginner, WUP-2 for 1-warm-up/2-arrays.</summary>
    public string ExercisePrefix => Topic switch
    {
        "0-start" => $"STA-{Level[0]}",
        "1-warm-up" => $"WUP-{Level[0]}",
        _ => $"{Letters}-{char.ToUpperInvariant(Level[2])}",
    };

    /// <summary>The three letters of its topic.</summary>
    public string Letters { get; init; } = Usual(Topic);

    /// <summary>
    /// With the letters that the other lessons of its topic have; for a new topic with letters that no other topic has: progress
    /// is kept by the names of exercises, for all lessons together.
    /// </summary>
    /// <param name="exercises">The names of all exercises there are, with their lessons.</param>
    public LessonName Among(IEnumerable<(string Lesson, string Exercise)> exercises)
    {
        (string Topic, string Letters)[] all = [.. exercises.Select(one => (one.Lesson.Split('/')[0], one.Exercise.Split('-')[0])).Distinct()];
        if (all.FirstOrDefault(one => one.Topic == Topic).Letters is { } own) return this with { Letters = own };
        return this with { Letters = Possible().First(letters => !all.Any(one => one.Letters == letters)) };
    }

    /// <summary>The usual letters, then its first with any two of the others in their order, then with any two at all.</summary>
    private IEnumerable<string> Possible()
    {
        string own = string.Concat(Topic.Where(char.IsAsciiLetter)).ToUpperInvariant();
        IEnumerable<string> Pairs(string letters) =>
            from i in Enumerable.Range(0, letters.Length)
            from j in Enumerable.Range(i + 1, letters.Length - i - 1)
            select $"{own[0]}{letters[i]}{letters[j]}";
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return Pairs(own[1..]).Concat(Pairs(Alphabet)).Prepend(Letters);
    }

    /// <summary>Reads a name.</summary>
    /// <exception cref="UsageException">It is none; the message says what is expected.</exception>
    public static LessonName Parse(string text)
    {
        string[] parts = text.Replace('\\', '/').Split('/');
        if (parts.Length != 2) throw new UsageException($"{text}: a lesson is a topic and a level, such as higgs/1-beginner.");
        (string topic, string level) = (parts[0], parts[1]);
        if (!Word().IsMatch(topic) || !topic.Any(char.IsAsciiLetter))
            throw new UsageException($"{text}: the topic '{topic}' has other signs than small letters, digits and hyphens, or no letter.");
        if (IsFirst(topic) && !Numbered().IsMatch(level))
            throw new UsageException($"{text}: the notebook '{level}' is not a number and words, such as 3-tables.");
        if (!IsFirst(topic) && !(Numbered().IsMatch(level) && level[0] is >= '1' and <= '3'))
            throw new UsageException($"{text}: '{level}' does not begin with its level; expected one such as {string.Join(", ", LessonKinds.Levels)}.");
        return new LessonName(topic, level);
    }

    /// <summary>Three letters: of two words from both, so that graphs and gravitational-waves differ.</summary>
    private static string Usual(string topic)
    {
        string[] words = [.. topic.Split('-').Select(word => string.Concat(word.Where(char.IsAsciiLetter)))
            .Where(word => word.Length > 0)];
        string letters = words.Length > 1 ? words[0][..Math.Min(2, words[0].Length)] + words[1] : words[0];
        return letters[..Math.Min(3, letters.Length)].ToUpperInvariant();
    }

    private static bool IsFirst(string topic) => LessonKinds.FirstFolders.Contains(topic);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Word();

    [GeneratedRegex("^[1-9](-[a-z0-9]+)+$")]
    private static partial Regex Numbered();
}
