using static HackLab.Cli.Lint.LessonParts;

namespace HackLab.Cli.Lint;

/// <summary>What a lesson may have to have, beside a title and numbered headings.</summary>
[Flags]
internal enum LessonParts
{
    None = 0,
    Card = 1 << 0,
    Question = 1 << 1,
    Machine = 1 << 2,
    Prediction = 1 << 3,
    Split = 1 << 4,
    Baseline = 1 << 5,
    Break = 1 << 6,
    Interval = 1 << 7,
    Bug = 1 << 8,
    Gallery = 1 << 9,
    TakeHome = 1 << 10,
    IdeaTable = 1 << 11,
    Next = 1 << 12,
    Further = 1 << 13,
    Feedback = 1 << 14,
    Progress = 1 << 15,
}

/// <summary>What a kind of lesson has: its parts, between how many exercises with a check, and of how many lines an answer is at most.</summary>
internal sealed record Anatomy(LessonParts Parts, int LeastExercises, int MostExercises, int MostAnswerLines)
{
    private const LessonParts Frame = Card | TakeHome | Next;
    private const LessonParts Challenge = Frame | Question | Machine | Baseline | Interval | IdeaTable | Further | Feedback;
    private const LessonParts Course = Challenge | Prediction | Split | Bug | Gallery | Progress;

    /// <summary>The one place that says which kind of lesson has what.</summary>
    public static Anatomy Of(LessonKind kind) => kind switch
    {
        LessonKind.Start => new(Frame, 0, 6, 3),
        LessonKind.WarmUp => new(Frame, 3, 3, 3),
        LessonKind.Beginner => new(Course | Break, 4, 6, 3),
        LessonKind.Intermediate => new(Course, 5, 7, 15),
        _ => new(Challenge, 0, 7, 15),
    };

    public bool Has(LessonParts part) => (Parts & part) == part;
}
