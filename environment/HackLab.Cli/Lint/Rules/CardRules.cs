using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>The card at the top: what a lesson is, asks for and promises.</summary>
internal static partial class CardRules
{
    private const int MostAbilities = 4, MostWords = 8;

    private static readonly string[] Labels = ["Level", "Time", "You need", "You will be able to", "Words you will meet",
        "Data", "Licence"];

    public static IEnumerable<LintRule> All =>
    [
        new("has_a_card_with_all_its_rows", HasRows) { Part = LessonParts.Card },
        new("says_how_long_it_takes", SaysHowLong) { Part = LessonParts.Card },
        new("promises_at_most_four_abilities", PromisesFew) { Part = LessonParts.Card },
        new("names_at_most_eight_words_of_the_glossary", NamesWords) { Part = LessonParts.Card },
    ];

    private static IEnumerable<Complaint> HasRows(Lesson lesson)
    {
        LessonCardTable? card = LessonCardTable.Of(lesson);
        if (card is null)
            return [new("it does not begin with a card",
                $"Begin with a text cell: the title and a table with the rows {string.Join(", ", Labels)}.")];
        return Labels.Where(label => string.IsNullOrWhiteSpace(card[label])).Select(label =>
            new Complaint($"the card has no row '{label}'", $"Add | **{label}** | … | to the table below the title.", card.Cell));
    }

    private static IEnumerable<Complaint> SaysHowLong(Lesson lesson)
    {
        if (LessonCardTable.Of(lesson) is not { } card || card["Time"] is not { Length: > 0 } time) yield break;
        if (!time.Contains("to read", StringComparison.Ordinal) || !time.Contains("to do", StringComparison.Ordinal))
            yield return new("the card does not tell the time to read from the time to do",
                "Write it like: about 60 minutes: 25 to read, 35 to do.", card.Cell);
        if (card.MachineTime is null)
            yield return new("the card does not say what the machine needs",
                "Write it like: the machine needs 20 seconds (and 400 MB).", card.Cell);
        int[] minutes = [.. Minutes().Matches(time)
            .Select(match => int.Parse(match.ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];
        if (Sum().IsMatch(time) && minutes.Length >= 3 && minutes[0] != minutes[1] + minutes[2])
            yield return new($"{minutes[1]} to read and {minutes[2]} to do are not {minutes[0]} minutes",
                "Correct one of the three.", card.Cell);
    }

    private static IEnumerable<Complaint> PromisesFew(Lesson lesson)
    {
        if (LessonCardTable.Of(lesson) is { } card && card.Abilities.Count > MostAbilities)
            yield return new($"the card promises {card.Abilities.Count} abilities; at most {MostAbilities}",
                "Keep those one would name at the end; put · between them.", card.Cell);
    }

    private static IEnumerable<Complaint> NamesWords(Lesson lesson)
    {
        if (LessonCardTable.Of(lesson) is not { } card) yield break;
        if (card.Words.Count > MostWords)
            yield return new($"the card names {card.Words.Count} words; at most {MostWords}",
                "Keep those the lesson explains; put commas between them.", card.Cell);
        foreach (string word in card.Words.Where(word => !lesson.Course.Glossary.Knows(word)))
        {
            yield return new($"'{word}' is not in the glossary{lesson.Course.Glossary.Nearest(word)}",
                "Add it to notebooks/glossary.json, or write it as it stands there.", card.Cell);
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\d+ minutes?\W+\d+ (minutes? )?to read\W+\d+ (minutes? )?to do")]
    private static partial Regex Sum();
}
