namespace HackLab.Evaluation.Internals;

/// <summary>Whether the ids of predictions are those of the evaluation set, each once.</summary>
internal static class IdCheck
{
    public static IEnumerable<string> Problems(IReadOnlyList<string> given, IReadOnlyList<string> wanted, string column)
    {
        var open = new HashSet<string>(wanted, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        (int twice, int unknown) = (0, 0);
        string firstTwice = "", firstUnknown = "";
        foreach (string id in given)
        {
            if (!seen.Add(id))
            {
                if (twice++ == 0) firstTwice = id;
            }
            else if (!open.Remove(id) && unknown++ == 0)
            {
                firstUnknown = id;
            }
        }
        if (twice > 0) yield return Words.Of(
            $"{twice:N0} rows have an {column} that came before, first {Shown(firstTwice)}: keep one of each.");
        if (unknown > 0)
            yield return Words.Of(
                $"{unknown:N0} rows have an {column} that the evaluation set has not, first {Shown(firstUnknown)}: ")
                + "did you predict other rows?";
        if (open.Count > 0 && given.Count > 0)
            yield return Words.Of(
                $"{open.Count:N0} rows of the evaluation set are missing, first {column} {Shown(wanted.First(open.Contains))}.");
    }

    public static string Shown(string id) => id.Length <= 40 ? $"'{id}'" : $"'{id[..39]}…'";
}
