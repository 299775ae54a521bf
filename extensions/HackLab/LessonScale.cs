namespace HackLab;

/// <summary>How much a lesson computes; set for a whole run by the environment variable HACKLAB_SCALE.</summary>
public enum LessonScale
{
    /// <summary>As little as shows that everything works: seconds, for automatic runs.</summary>
    Smoke,

    /// <summary>What trains within the minutes that the lesson's card promises, on two laptop cores.</summary>
    Class,

    /// <summary>All of the data, as long as it takes.</summary>
    Full,
}
