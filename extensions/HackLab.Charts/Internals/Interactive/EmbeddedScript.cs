namespace HackLab.Charts.Internals.Interactive;

/// <summary>Scripts that figures bring along.</summary>
internal static class EmbeddedScript
{
    /// <summary>The text of a script in this assembly, with line ends as on every system.</summary>
    internal static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
