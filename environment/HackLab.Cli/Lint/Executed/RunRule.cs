namespace HackLab.Cli.Lint.Executed;

/// <summary>Something that lessons keep to when they are run.</summary>
/// <param name="Name">The rule in words.</param>
/// <param name="Check">What breaks it in two runs of a lesson: the first and the one after it.</param>
internal sealed record RunRule(string Name, Func<ExecutedLesson, ExecutedLesson, IEnumerable<Complaint>> Check)
{
    public override string ToString() => Name;
}

/// <summary>All rules for lessons that were run, by name.</summary>
internal static class RunRules
{
    public static IReadOnlyDictionary<string, RunRule> All { get; } =
        new[] { OutcomeRules.All, FigureRules.All, PromiseRules.All }.SelectMany(rules => rules).ToDictionary(rule => rule.Name);
}
