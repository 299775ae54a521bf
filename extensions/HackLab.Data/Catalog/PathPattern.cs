namespace HackLab.Data.Catalog;

/// <summary>
/// The patterns of Croissant's file sets: <c>*</c> stands for any characters, slashes too, all others for themselves.
/// </summary>
internal static class PathPattern
{
    internal static bool Fits(string pattern, string path)
    {
        string[] pieces = pattern.Split('*');
        if (pieces.Length == 1) return pattern == path;
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        int at = pieces[0].Length;
        // Each piece at its first place: that leaves the most for the ones behind it.
        for (int i = 1; i < pieces.Length - 1; i++)
        {
            int found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + pieces[i].Length;
        }
        return path.Length - at >= pieces[^1].Length && path.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
