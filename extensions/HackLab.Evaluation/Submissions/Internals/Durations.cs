namespace HackLab.Evaluation.Internals;

/// <summary>How long training took, in words coarse enough to be the same on two similar machines.</summary>
internal static class Durations
{
    public static string InWords(double seconds) => seconds switch
    {
        < 60 => "under 1 minute",
        < 3570 => Words.Of($"{Math.Max(1, Math.Round(seconds / 60)):0} min"),
        < 48 * 3600 => Words.Of($"{seconds / 3600:0.#} h"),
        _ => Words.Of($"{seconds / 86400:0} days"),
    };
}
