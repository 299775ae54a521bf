using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>Something that every lesson file keeps to.</summary>
/// <param name="Name">The rule in words.</param>
/// <param name="Complaints">What in a lesson breaks it, one sentence each, naming the cell.</param>
internal sealed record LessonRule(string Name, Func<Lesson, IEnumerable<string>> Complaints)
{
    public override string ToString() => Name;
}
