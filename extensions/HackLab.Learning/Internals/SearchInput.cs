namespace HackLab.Learning.Internals;

/// <summary>Checks what a search is given.</summary>
internal static class SearchInput
{
    internal static void Check(IReadOnlyList<SearchParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0) throw new ArgumentException("There is no parameter to choose.", nameof(parameters));
        string? twice = parameters.GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null) throw new ArgumentException($"Two parameters are called '{twice}'.", nameof(parameters));
    }
}
