namespace HackLab.Kernel.Directives;

/// <summary>The known word that is closest to a mistyped one.</summary>
public static class Nearest
{
    /// <summary>The candidate with the smallest edit distance: letters inserted, deleted or changed (Levenshtein); the first of equals.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">The words there are, at least one.</param>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <example><code>Nearest.To("#!tiem", ["#!time", "#!who"])   // "#!time"</code></example>
    public static string To(string word, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(word, candidate)) ?? throw new ArgumentException("No candidates.", nameof(candidates));


    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
