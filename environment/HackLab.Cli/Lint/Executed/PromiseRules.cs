using System.Globalization;

namespace HackLab.Cli.Lint.Executed;

/// <summary>The machine needs no more than the lesson's card says.</summary>
internal static class PromiseRules
{
    /// <summary>What a card that names no memory may count on: two notebooks at once beside a browser, on a laptop with 8 GB.</summary>
    private const long UsualBytes = 1_500_000_000;

    public static IEnumerable<RunRule> All =>
    [
        new("needs_no_longer_than_the_card_says", (first, _) => IsFastEnough(first)),
        new("needs_no_more_memory_than_the_card_says", (first, _) => IsSmallEnough(first)),
    ];

    private static IEnumerable<Complaint> IsFastEnough(ExecutedLesson run)
    {
        // At the smoke scale this is far from the limit; who is above it even there has promised too much. A minute is always allowed:
        // on a busy machine that is what a few seconds become.
        if (CardOf(run) is { MachineTime: { } promised } card && run.Seconds > Math.Max(60, promised.TotalSeconds))
            yield return new(Words($"the run took {run.Seconds:0} s; the card promises {promised.TotalSeconds:0} s"),
                "Do less at the smoke scale, with Pick(…), or correct the card.", card.Cell);
    }

    private static IEnumerable<Complaint> IsSmallEnough(ExecutedLesson run)
    {
        LessonCardTable? card = CardOf(run);
        long promised = card?.MachineBytes ?? UsualBytes;
        string said = card?.MachineBytes is null ? "without a promise on the card" : "the card promises";
        if (run.PeakBytes > promised)
            yield return new(Words($"the run held {run.PeakBytes / 1e6:0} MB; {said} {promised / 1e6:0} MB"),
                "Keep fewer rows, or say it on the card: the machine needs 20 seconds and 2 GB.", card?.Cell);
    }

    private static LessonCardTable? CardOf(ExecutedLesson run) =>
        run.Notebook is { } notebook ? LessonCardTable.Of(notebook) : null;

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
