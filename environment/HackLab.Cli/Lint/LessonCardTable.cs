using System.Globalization;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint;

/// <summary>The table at the top of a lesson: what it promises.</summary>
internal sealed partial class LessonCardTable
{
    private readonly IReadOnlyList<string[]> _rows;

    private LessonCardTable(LessonCell cell)
    {
        Cell = cell;
        // Up to the first section: tables further down are the lesson's own.
        _rows = PlainText.TableRows(Section().Split(cell.Source)[0]);
    }

    public LessonCell Cell { get; }

    /// <summary>The card of a lesson; null if it begins with something else than text.</summary>
    public static LessonCardTable? Of(Lesson lesson) =>
        lesson.Taught.FirstOrDefault() is { IsMarkdown: true } first ? new(first) : null;

    /// <summary>What stands beside a label; null if there is no such row.</summary>
    public string? this[string label] =>
        _rows.FirstOrDefault(row => row.Length > 1 && row[0].Equals(label, StringComparison.OrdinalIgnoreCase)) is { } row
            ? string.Join(" | ", row[1..]) : null;

    /// <summary>The things one will be able to do.</summary>
    public IReadOnlyList<string> Abilities => List("You will be able to", '·');

    public IReadOnlyList<string> Words => List("Words you will meet", ',');

    /// <summary>The longest that the machine may need, as the card promises; null if it says nothing of it.</summary>
    public TimeSpan? MachineTime
    {
        get
        {
            if (Machine().Match(this["Time"] ?? "") is not { Success: true } said) return null;
            bool minutes = said.Groups[2].Value.StartsWith("minute", StringComparison.Ordinal);
            // "seconds" alone: fewer than a minute of them; "minutes" alone: fewer than ten.
            int number = said.Groups[1].Value is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture)
                : !said.Groups[2].Value.EndsWith('s') ? 1 : minutes ? 10 : 60;
            return minutes ? TimeSpan.FromMinutes(number) : TimeSpan.FromSeconds(number);
        }
    }

    /// <summary>The most memory that the machine may need; null if the card says nothing of it.</summary>
    public long? MachineBytes =>
        Memory().Match(this["Time"] ?? "") is { Success: true } said
            ? (long)(double.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                * (said.Groups[2].Value == "GB" ? 1e9 : 1e6))
            : null;

    private IReadOnlyList<string> List(string label, char between) =>
        [.. (this[label] ?? "").Split(between).Select(word => word.Trim().Trim('`', '*', '.').Trim())
            .Where(word => word.Length > 0)];

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"machine\b[^\d;]*?(\d+)?\s*(seconds?|minutes?)\b")]
    private static partial Regex Machine();

    [GeneratedRegex(@"machine\b.*?(\d+(?:\.\d+)?)\s*(MB|GB)\b")]
    private static partial Regex Memory();
}
