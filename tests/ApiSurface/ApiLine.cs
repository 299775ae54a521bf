namespace ApiSurface;

/// <summary>One line of a list: <c>TorchSharp.torch.Tensor :: long numel()</c>.</summary>
internal sealed record ApiLine(string Type, string Member) : IComparable<ApiLine>
{
    private const string Separator = " :: ";

    internal static ApiLine Parse(string line)
    {
        int at = line.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0
            ? new ApiLine(line[..at], line[(at + Separator.Length)..])
            : throw new FormatException($"A line of a list is 'Type{Separator}member', but this one is '{line}'.");
    }

    /// <summary>The lines of a file; those that start with # and empty ones are remarks.</summary>
    internal static List<ApiLine> ReadFile(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    public int CompareTo(ApiLine? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => Type + Separator + Member;
}
