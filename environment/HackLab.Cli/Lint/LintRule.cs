namespace HackLab.Cli.Lint;

/// <summary>Something that lessons keep to.</summary>
/// <param name="Name">The rule in words.</param>
/// <param name="Check">What in a lesson breaks it.</param>
internal sealed record LintRule(string Name, Func<Lesson, IEnumerable<Complaint>> Check)
{
    /// <summary>Which editions it is for.</summary>
    public Editions Editions { get; init; } = Editions.WithText;

    /// <summary>The part it is about: kinds of lessons without that part are not asked.</summary>
    public LessonParts Part { get; init; }

    /// <summary>What in a lesson breaks it; nothing if the rule is not for this edition or kind.</summary>
    public IReadOnlyList<Complaint> Complaints(Lesson lesson) =>
        Editions.HasFlag(lesson.Edition) && lesson.Anatomy.Has(Part) ? [.. Check(lesson)] : [];

    public override string ToString() => Name;
}
