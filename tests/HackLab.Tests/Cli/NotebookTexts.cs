using System.Text;
using HackLab.Cli.Notebooks;

namespace HackLab.Tests.Cli;

/// <summary>Notebooks for tests, from the sources of their cells.</summary>
internal static class NotebookTexts
{
    /// <summary>A notebook in HackLab's dialect; each cell is a kind, a source and tags.</summary>
    public static Notebook Of(params (string Kind, string Source, string[] Tags)[] cells)
    {
        Notebook notebook = Parse("""
            {"cells":[],"metadata":{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},
             "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}},"nbformat":4,"nbformat_minor":5}
            """);
        foreach ((string kind, string source, string[] tags) in cells)
        {
            notebook.Insert(notebook.Cells.Count, NotebookCell.Create(kind, source, $"id-{notebook.Cells.Count + 1}", tags));
        }
        return notebook;
    }

    /// <summary>Code cells only.</summary>
    public static Notebook OfCode(params string[] sources) => Of([.. sources.Select(source => ("code", source, Array.Empty<string>()))]);

    public static (string Kind, string Source, string[] Tags) Code(string source, params string[] tags) => ("code", source, tags);

    public static (string Kind, string Source, string[] Tags) Text(string source) => ("markdown", source, []);

    public static Notebook Parse(string json) => NotebookReader.ParseIpynb(Encoding.UTF8.GetBytes(json), "test.ipynb");
}
