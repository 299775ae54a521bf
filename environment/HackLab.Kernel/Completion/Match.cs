namespace HackLab.Kernel.Completion;

/// <summary>How well a name fits what was typed.</summary>
internal static class Match
{
    /// <summary>The rank of a prefix in other case.</summary>
    public const int OtherCase = 1;

    /// <summary>0 for a prefix, 1 for one in other case, 2 for humps (WL of WriteLine), 3 for a part; null if it does not fit.</summary>
    public static int? Rank(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal)) return 0;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return OtherCase;
        if (FitsHumps(name, 0, typed, 0)) return 2;
        return typed.Length > 1 && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3 : null;
    }

    /// <summary>Each typed letter continues the hump before it, or starts a later one; the first starts the name.</summary>
    private static bool FitsHumps(string name, int at, string typed, int next)
    {
        if (next == typed.Length) return true;
        if (at < name.Length && Same(name[at], typed[next]) && FitsHumps(name, at + 1, typed, next + 1)) return true;
        if (next == 0) return false;
        for (int hump = at; hump < name.Length; hump++)
        {
            bool starts = char.IsUpper(name[hump]) || char.IsDigit(name[hump]) || name[hump - 1] == '_';
            if (starts && Same(name[hump], typed[next]) && FitsHumps(name, hump + 1, typed, next + 1)) return true;
        }
        return false;
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
