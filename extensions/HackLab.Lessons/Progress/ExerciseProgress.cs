namespace HackLab.Lessons;

/// <summary>How far someone has come with one exercise.</summary>
public sealed record ExerciseProgress
{
    /// <summary>The best state reached: once passed, it stays so.</summary>
    public CheckState State { get; init; }

    /// <summary>How many filled answers were checked.</summary>
    public int Attempts { get; init; }

    /// <summary>How many hints were read.</summary>
    public int Hints { get; init; }

    /// <summary>Whether the solution was read before the exercise was passed.</summary>
    public bool SawSolution { get; init; }

    /// <summary>When the first answer was checked (UTC); null before.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>When it was passed (UTC); null before.</summary>
    public DateTimeOffset? Passed { get; init; }
}
