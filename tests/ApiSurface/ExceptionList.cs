namespace ApiSurface;

/// <summary>Members of ours that TorchSharp does not have, each with its reason: a line, then an indented sentence.</summary>
internal sealed class ExceptionList
{
    private readonly HashSet<string> _unused;
    private readonly Dictionary<string, string> _reasons = [];

    private ExceptionList(IEnumerable<(string Line, string Reason)> entries)
    {
        foreach ((string line, string reason) in entries) _reasons.Add(line, reason);
        _unused = [.. _reasons.Keys];
    }

    internal IReadOnlyCollection<string> Unused => _unused;

    internal static ExceptionList ReadFile(string file)
    {
        List<(string, string)> entries = [];
        string? line = null;
        foreach (string text in File.ReadLines(file).Where(text => text.Length > 0 && text[0] != '#'))
        {
            bool isReason = text.StartsWith(' ');
            if (isReason == (line is null))
                throw new FormatException($"{file}: a line and its indented reason take turns, but here is '{text}'.");
            if (isReason) entries.Add((line!, text.Trim()));
            line = isReason ? null : text;
        }
        return line is null ? new ExceptionList(entries) : throw new FormatException($"{file}: '{line}' has no reason.");
    }

    /// <summary>Whether the line, or its whole type as <c>Type :: *</c>, is excepted; marks the entry as used.</summary>
    internal bool Covers(ApiLine line)
    {
        string whole = $"{line.Type} :: *";
        string? entry = _reasons.ContainsKey(line.ToString()) ? line.ToString() : _reasons.ContainsKey(whole) ? whole : null;
        if (entry is null) return false;
        _unused.Remove(entry);
        return true;
    }
}
