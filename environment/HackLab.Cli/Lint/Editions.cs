namespace HackLab.Cli.Lint;

/// <summary>The forms in which a lesson is kept; as a set, those that a rule is for.</summary>
[Flags]
internal enum Editions
{
    /// <summary>What learners open.</summary>
    Student = 1,

    /// <summary>The lesson with its answers, in <c>solutions/</c>.</summary>
    Authored = 2,

    /// <summary>Headings, exercises and code, in <c>code/</c>.</summary>
    CodeOnly = 4,

    /// <summary>Those with all of the lesson's text.</summary>
    WithText = Student | Authored,

    All = Student | Authored | CodeOnly,
}

/// <summary>Where the editions lie.</summary>
internal static class EditionFolders
{
    /// <summary>Below the topic's folder, in which the students' edition lies itself.</summary>
    public static IReadOnlyDictionary<string, Editions> All { get; } =
        new Dictionary<string, Editions> { ["solutions"] = Editions.Authored, ["code"] = Editions.CodeOnly };

    /// <summary>In words, for whoever reads a complaint.</summary>
    public static string Name(Editions edition) => edition switch
    {
        Editions.Authored => "solutions",
        Editions.CodeOnly => "code",
        _ => "student edition",
    };
}
