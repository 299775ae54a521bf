namespace HackLab.Lessons;

/// <summary>How an answer stands.</summary>
public enum CheckState
{
    /// <summary>The blank has not been filled yet.</summary>
    NotStarted,

    /// <summary>Something is not as it should be; the sentence says what.</summary>
    NotYet,

    /// <summary>The answer is right.</summary>
    Passed,

    /// <summary>The answer cannot be judged, for instance because it throws.</summary>
    Error,
}
