namespace HackLab.Cli.Running;

/// <summary>Where the results of a run go.</summary>
internal sealed record OutputPlan(string Folder, string ReportPath)
{
    /// <summary>The folder asked for; else artifacts/run in HackLab's own folder, else hacklab-output here.</summary>
    public static OutputPlan For(RunOptions options, string? root)
    {
        string folder = Path.GetFullPath(options.OutputFolder ?? (root is null ? "hacklab-output" : Path.Combine(root, "artifacts", "run")));
        return new OutputPlan(folder, Path.GetFullPath(options.ReportPath ?? Path.Combine(folder, "report.json")));
    }

    public string ExecutedPath(NotebookFile notebook) => Below(notebook, ".ipynb");

    public string PagePath(NotebookFile notebook) => Below(notebook, ".html");

    /// <summary>An executed copy must never replace the lesson itself.</summary>
    /// <exception cref="UsageException">It would.</exception>
    public void CheckKeepsSources(IEnumerable<NotebookFile> notebooks)
    {
        foreach (NotebookFile notebook in notebooks)
        {
            if (ExecutedPath(notebook) == notebook.Path)
            {
                throw new UsageException($"--output {Folder}: the executed notebook would replace {notebook.Path} itself; choose another folder.");
            }
        }
    }

    private string Below(NotebookFile notebook, string ending) =>
        Path.Combine(Folder, notebook.Name.Replace('/', Path.DirectorySeparatorChar) + ending);
}
