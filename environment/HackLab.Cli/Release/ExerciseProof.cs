using System.Globalization;
using HackLab.Lessons;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Release;

/// <summary>
/// What is proved of one exercise: untouched it is not started, solved it is passed, each wrong answer is not yet with a message of
/// its own, hints and solution are there, and it keeps to its budget. Each is null if true, else says what is not.
/// </summary>
internal sealed record ExerciseProof(string Id, string? Untouched, string? Solved, string? Wrong, string? Help, string? Budget)
{
    /// <summary>What was measured, for the table.</summary>
    public string Seconds { get; init; } = "";

    /// <summary>How many wrong answers were tried.</summary>
    public int WrongAnswers { get; init; }

    public IEnumerable<string> Faults => new[] { Untouched, Solved, Wrong, Help, Budget }.OfType<string>().Select(fault => $"{Id}: {fault}");

    public static ExerciseProof Of(DraftExercise exercise, MisconceptionCatalogue catalogue, IReadOnlyList<TakeOutcome> takes)
    {
        TakeOutcome? untouched = takes.FirstOrDefault(one => one.Take.Kind == TakeKind.Untouched), solved = takes.FirstOrDefault(one => one.Take.Kind == TakeKind.Solved);
        double seconds = solved?.Elapsed.TotalSeconds ?? 0;
        return new(
            exercise.Id,
            StateFault(untouched, CheckState.NotStarted, "untouched"),
            StateFault(solved, CheckState.Passed, "solved"),
            WrongFault(exercise, catalogue, [.. takes.Where(one => one.Take.Kind == TakeKind.Wrong)]),
            HelpFault(exercise),
            seconds <= exercise.BudgetSeconds ? null : string.Create(CultureInfo.InvariantCulture, $"took {seconds:0.0} s; its budget is {exercise.BudgetSeconds} s"))
        {
            Seconds = string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} of {exercise.BudgetSeconds:0.##}"),
            WrongAnswers = exercise.Wrong.Count,
        };
    }

    public static ExerciseProof Of(DraftQuiz quiz, IReadOnlyList<TakeOutcome> takes)
    {
        string? wrong = null;
        foreach (TakeOutcome take in takes.Where(one => one.Take.Kind == TakeKind.Wrong))
            wrong ??= SaidFault(take, quiz.Options[take.Take.Number].Reply, $"option {(char)('a' + take.Take.Number)}");
        if (quiz.Options.Select(option => option.Reply).Distinct().Count() < quiz.Options.Count) wrong ??= "two options have the same reply";
        return new(
            quiz.Id,
            StateFault(takes.FirstOrDefault(one => one.Take.Kind == TakeKind.Untouched), CheckState.NotStarted, "untouched"),
            StateFault(takes.FirstOrDefault(one => one.Take.Kind == TakeKind.Solved), CheckState.Passed, "solved"),
            wrong, null, null)
        { WrongAnswers = quiz.Options.Count - 1 };
    }

    private static string? WrongFault(DraftExercise exercise, MisconceptionCatalogue catalogue, TakeOutcome[] takes)
    {
        string[] messages = [.. exercise.Wrong.Select(wrong => catalogue.MessageOf(exercise.Id, wrong))];
        if (messages.Distinct().Count() < messages.Length) return "two wrong answers have the same message";
        if (takes.Length < exercise.Wrong.Count) return "not every wrong answer was reached";
        return takes.Select(take => SaidFault(take, messages[take.Take.Number], $"wrong answer '{exercise.Wrong[take.Take.Number].Code}'")).FirstOrDefault(fault => fault is not null);
    }

    private static string? SaidFault(TakeOutcome take, string message, string what)
    {
        if (StateFault(take, CheckState.NotYet, what) is { } fault) return fault;
        return take.Witness!.Sentence == message ? null : $"{what} was told '{take.Witness.Sentence}', not '{message}'";
    }

    private static string? StateFault(TakeOutcome? take, CheckState wanted, string what) =>
        take is null ? $"{what}: was not reached"
        : take.Witness is null ? $"{what}: {take.Error ?? "its cell called no check"}"
        : take.Witness.State != wanted ? $"{what}: was {CheckResult.Name(take.Witness.State)}, not {CheckResult.Name(wanted)}: {take.Witness.Sentence}"
        : take.Error is { } error ? $"{what}: {error}" : null;

    private static string? HelpFault(DraftExercise exercise) =>
        exercise.Hints.Count != 3 ? $"has {exercise.Hints.Count} hints; expected three"
        : !exercise.Hints[0].TrimEnd().EndsWith('?') ? "its first hint is not a question"
        : exercise.Why.Length == 0 ? "has no why" : null;
}
