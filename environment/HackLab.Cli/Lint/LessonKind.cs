namespace HackLab.Cli.Lint;

/// <summary>What sort of lesson it is: each has an anatomy of its own.</summary>
internal enum LessonKind
{
    /// <summary>How notebooks work: <c>0-start/…</c>.</summary>
    Start,

    /// <summary>Before the event: <c>1-warm-up/…</c>.</summary>
    WarmUp,

    /// <summary>A challenge's first level.</summary>
    Beginner,

    /// <summary>Its second level.</summary>
    Intermediate,

    /// <summary>Its third level.</summary>
    Hackathon,
}

/// <summary>Tells the kind of a lesson by its name.</summary>
internal static class LessonKinds
{
    /// <summary>The folders that come before all challenges, in their order.</summary>
    public static IReadOnlyList<string> FirstFolders { get; } = ["0-start", "1-warm-up"];

    /// <summary>What the levels of a challenge are usually called; the number decides, so that a topic may have two of one level.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["1-beginner", "2-intermediate", "3-hackathon"];

    /// <param name="lesson">Topic and notebook.</param>
    public static LessonKind Of(string lesson)
    {
        string topic = lesson.Split('/')[0], level = lesson.Split('/')[^1];
        return topic == FirstFolders[0] ? LessonKind.Start
            : topic == FirstFolders[1] ? LessonKind.WarmUp
            : level.StartsWith('2') ? LessonKind.Intermediate
            : level.StartsWith('3') ? LessonKind.Hackathon
            : LessonKind.Beginner;
    }
}
