using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Running;

/// <summary>
/// Overrides what the cell tagged "parameters" declares, as papermill does: by a cell tagged "injected-parameters" right
/// after it, so that the executed notebook shows both the default and what was used.
/// </summary>
internal static class ParameterInjection
{
    /// <summary>Inserts the cell; does nothing without values.</summary>
    /// <exception cref="UsageException">The notebook has no such cell, a name is not declared there, or a value does not fit.</exception>
    public static void Apply(Notebook notebook, string path, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0) return;
        NotebookCell cell = notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.HasTag(CellTags.Parameters))
            ?? throw new UsageException($"{path}: no cell is tagged \"{CellTags.Parameters}\", so -p {values.First().Key}=… has nothing to override.");
        IReadOnlyList<ParameterDeclaration> declared = ParameterDeclarations.In(cell.Source);
        var lines = new List<string> { "// Set on the command line." };
        foreach ((string name, string value) in values)
        {
            ParameterDeclaration parameter = declared.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw new UsageException($"{path}: its parameters cell declares no \"{name}\"; it declares "
                    + (declared.Count == 0 ? "nothing." : string.Join(", ", declared.Select(parameter => parameter.Name)) + "."));
            lines.Add(ParameterLiteral.Declare(parameter, value));
        }
        foreach (NotebookCell old in notebook.Cells.Where(old => old.HasTag(CellTags.InjectedParameters)).ToList()) notebook.Remove(old);
        string? id = notebook.HasIds ? CellTags.InjectedParameters : null;
        NotebookCell injected = NotebookCell.Code(string.Join('\n', lines), id, CellTags.InjectedParameters);
        if (cell.OwnLanguage is { } language)
        {
            injected.Metadata["dotnet_interactive"] = new System.Text.Json.Nodes.JsonObject { ["language"] = language };
            injected.Metadata["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = language };
        }
        notebook.Insert(notebook.Cells.IndexOf(cell) + 1, injected);
    }

    /// <summary>Splits "name=value" pairs; a later one wins.</summary>
    /// <exception cref="UsageException">A pair has no name or no "=".</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=');
            if (equals <= 0) throw new UsageException($"-p {pair}: expected name=value, such as -p epochs=3.");
            values[pair[..equals].Trim()] = pair[(equals + 1)..];
        }
        return values;
    }
}
