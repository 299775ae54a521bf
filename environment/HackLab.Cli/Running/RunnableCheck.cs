using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Running;

/// <summary>Refuses a notebook of which no cell could run: skipping every cell of a Python notebook is no success.</summary>
internal static class RunnableCheck
{
    public static void Throw(Notebook notebook, string path)
    {
        List<string> languages = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
            .Select(notebook.LanguageOf).Distinct()];
        if (languages.Count == 0 || languages.Any(CellLanguage.IsRun)) return;
        string kernel = notebook.KernelName is { } name ? $" for the kernel {name}" : "";
        throw new NotebookFormatException($"{path}: written{kernel} in {string.Join(", ", languages)}; expected a C# notebook (kernel .net-csharp).");
    }
}
