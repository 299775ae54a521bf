namespace HackLab.Cli.Notebooks;

/// <summary>The names that files use for languages, brought to the one the kernel knows.</summary>
internal static class CellLanguage
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c#"] = "csharp", ["cs"] = "csharp", [".net-csharp"] = "csharp", ["hacklab-csharp"] = "csharp",
        ["f#"] = "fsharp", ["fs"] = "fsharp", [".net-fsharp"] = "fsharp",
        ["powershell"] = "pwsh", [".net-pwsh"] = "pwsh",
        ["js"] = "javascript", ["md"] = "markdown",
    };

    /// <summary>Those that may open a cell in a .dib file without being declared in its #!meta.</summary>
    public static IReadOnlyCollection<string> Known { get; } =
        ["csharp", "fsharp", "pwsh", "html", "javascript", "markdown", "mermaid", "sql", "kql", "http", "value", "raw", .. Aliases.Keys];

    /// <summary>Those the kernel runs; the rest is skipped, never run as C#.</summary>
    public static bool IsRun(string language) => language is "csharp" or "markdown" or "html" or "javascript" or "mermaid" or "sql" or "value";

    public static string Normalise(string name) => Aliases.TryGetValue(name.Trim(), out string? language) ? language : name.Trim().ToLowerInvariant();
}
