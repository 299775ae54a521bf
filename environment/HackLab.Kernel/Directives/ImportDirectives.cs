using System.Security.Cryptography;
using System.Text;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Runtime;
using Microsoft.DotNet.Interactive;

namespace HackLab.Kernel.Directives;

/// <summary>#load and #!import: run the code of a file as part of the session.</summary>
internal sealed class ImportDirectives
{
    private readonly HashSet<string> _imported = [];
    private readonly List<string> _running = [];

    public IReadOnlyList<Directive> All =>
    [
        new("#load", "\"file.csx\"", "Runs a .csx or .cs file as part of the session, each time.", Load),
        new("#!import", "file [--force]", "Runs the code of a .ipynb, .dib, .csx or .cs file, once per session unless it changed.", Import),
    ];

    private void Load(DirectiveCall call)
    {
        string file = call.ExistingFile(call.Arguments.Trim('"', ' '));
        if (Path.GetExtension(file).ToLowerInvariant() is not (".cs" or ".csx"))
            throw new DirectiveException($"#load: {Path.GetFileName(file)} is no .csx or .cs file; #!import also reads .ipynb and .dib.");
        Run(file, File.ReadAllText(file), call, quiet: true);
    }

    private void Import(DirectiveCall call)
    {
        DirectiveOptions options = DirectiveOptions.Read("#!import", call.Arguments, ["--force"], [], mostWords: 1);
        string file = call.ExistingFile(options.Words.FirstOrDefault() ?? "");
        string text = File.ReadAllText(file);
        string key = file + " " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (_imported.Contains(key) && !_running.Contains(file) && !options.Has("--force"))
        {
            // Of nested imports this is expected, and would only be noise.
            if (call.Job.Source is null) DisplayedValue.Show($"{Path.GetFileName(file)} was imported before and has not changed. --force runs it again.", []);
            return;
        }
        Run(file, text, call, quiet: false);
        _imported.Add(key);
    }

    private void Run(string file, string text, DirectiveCall call, bool quiet)
    {
        if (_running.Contains(file))
        {
            string circle = string.Join(", which imports ", _running.SkipWhile(f => f != file).Append(file).Select(f => Path.GetFileName(f)));
            throw new DirectiveException($"#{(call.Name == "load" ? "" : "!")}{call.Name}: a circle: {circle}.");
        }
        _running.Add(file);
        try
        {
            foreach (SourceCell cell in SourceFile.Cells(file, text, call.Session.Languages.Knows)) Run(cell, file, call, quiet);
        }
        finally
        {
            _running.Remove(file);
        }
    }

    private static void Run(SourceCell cell, string file, DirectiveCall call, bool quiet)
    {
        CellJob job = call.Job with
        {
            Request = new CellRequest(cell.Code, cell.Language, call.Job.Request.Silent || quiet),
            Source = new CodeSource(file, cell.Name),
        };
        try
        {
            call.Session.Run(job);
        }
        catch (Exception failure) when (failure is not CellInterruptedException && !job.Cell.Interrupted)
        {
            throw new ImportFailedException(cell.Name, cell.Code, (call.Job.Path, call.Line), failure);
        }
    }
}
