namespace HackLab.Cli.Notebooks;

/// <summary>The tags that say how a cell is to be run; papermill, nbclient and JupyterLab know the first three as well.</summary>
internal static class CellTags
{
    public const string Parameters = "parameters";
    public const string InjectedParameters = "injected-parameters";
    public const string RaisesException = "raises-exception";
    public const string Skip = "skip-execution";

    /// <summary>Why the cell is not to be run ("tagged skip-execution" if the tag gives no reason); null if it is to be run.</summary>
    public static string? SkipReason(NotebookCell cell)
    {
        foreach (string tag in cell.Tags)
        {
            if (tag == Skip) return "tagged " + Skip;
            if (tag.StartsWith(Skip + ":", StringComparison.Ordinal)) return tag[(Skip.Length + 1)..].Trim() is { Length: > 0 } why ? why : "tagged " + Skip;
        }
        return null;
    }
}
