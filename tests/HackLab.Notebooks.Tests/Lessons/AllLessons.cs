using HackLab.Cli.Lint;

namespace HackLab.Notebooks.Tests.Lessons;

/// <summary>Every lesson in the notebooks folder, found and not listed, so that a new one is tested from its first day.</summary>
internal static class AllLessons
{
    public static Course Course { get; } = Course.At(HackLabRepository.Notebooks);

    /// <summary>Names such as <c>higgs/1-beginner</c>: those that learners can open.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Course.Names().Where(name => File.Exists(Course.PathOf(name)))];

    /// <summary>The same as rows for a theory.</summary>
    public static TheoryData<string> Rows => new(Names);

    public static string PathOf(string name) => Course.PathOf(name);

    public static Lesson Read(string name) => Course.Read(name);
}
