namespace HackLab.Jupyter.Handlers;

/// <summary>What this session has executed, in memory: notebooks keep their own cells, this serves the arrow keys of consoles.</summary>
internal sealed class History
{
    /// <summary>Far more than anyone scrolls through; the oldest go first.</summary>
    private const int Limit = 10_000;

    private readonly Queue<HistoryEntry> _entries = new();

    /// <summary>Adds an execution. All calls come from the shell's thread.</summary>
    public void Add(HistoryEntry entry)
    {
        if (_entries.Count == Limit) _entries.Dequeue();
        _entries.Enqueue(entry);
    }

    /// <summary>The last <paramref name="count"/> of them; all, if not given.</summary>
    public List<HistoryEntry> Tail(int? count) => Last([.. _entries], count);

    /// <summary>Those whose number is at least <paramref name="start"/> and below <paramref name="stop"/>.</summary>
    public List<HistoryEntry> Range(int start, int? stop)
    {
        var found = new List<HistoryEntry>();
        foreach (HistoryEntry entry in _entries)
        {
            if (entry.Number >= start && entry.Number < (stop ?? int.MaxValue)) found.Add(entry);
        }

        return found;
    }

    /// <summary>The last ones whose whole source fits a pattern with * and ?.</summary>
    public List<HistoryEntry> Search(string pattern, bool unique, int? count)
    {
        var found = new List<HistoryEntry>();
        foreach (HistoryEntry entry in _entries)
        {
            if (!System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, entry.Source, ignoreCase: false)) continue;
            if (unique) found.RemoveAll(earlier => earlier.Source == entry.Source);
            found.Add(entry);
        }

        return Last(found, count);
    }

    private static List<HistoryEntry> Last(List<HistoryEntry> entries, int? count) =>
        count is { } n && n < entries.Count ? entries.GetRange(entries.Count - Math.Max(n, 0), Math.Max(n, 0)) : entries;
}

/// <summary>One execution.</summary>
/// <param name="Number">Its execution count.</param>
/// <param name="Source">The cell as typed.</param>
/// <param name="Output">Its result as plain text; null if it had none.</param>
internal sealed record HistoryEntry(int Number, string Source, string? Output);
