using System.Reflection;
using HackLab.Kernel.Compilation;
using HackLab.Kernel.Completion;
using HackLab.Kernel.Directives;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using HackLab.Kernel.Formatting;
using HackLab.Kernel.Inspection;
using HackLab.Kernel.Languages;
using HackLab.Kernel.NuGet;
using HackLab.Kernel.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive;

namespace HackLab.Kernel;

/// <summary>What lives from cell to cell: references, the chain of compiled cells, their variables, and how a cell runs.</summary>
internal sealed class Session : IDisposable
{
    private object[] _slots = new object[8];
    private int _used;

    public Session(KernelOptions options)
    {
        Options = options;
        Compiler = new SubmissionCompiler(References);
        Packages = new PackageSet(this);
        Directives = new DirectiveTable(this);
        Languages = new LanguageTable(this);
    }

    public KernelOptions Options { get; }

    public ReferenceSet References { get; } = new();

    public SessionAssemblies Assemblies { get; } = new();

    public SubmissionCompiler Compiler { get; }

    public SessionVariables Variables { get; } = new();

    public PackageSet Packages { get; }

    public DirectiveTable Directives { get; }

    public LanguageTable Languages { get; }

    /// <summary>Runs a cell's parts in order.</summary>
    /// <exception cref="CompilationFailedException">A part does not compile.</exception>
    /// <exception cref="DirectiveException">A directive cannot be carried out.</exception>
    public CellStatus Run(CellJob job)
    {
        IReadOnlyList<CellPart> parts = CellParser.Parse(job.Request.Code, job.Request.Language, Languages.Knows);
        CellStatus status = CellStatus.Ok;
        using DirectiveScope scope = Directives.Open(job);
        foreach (CellPart part in parts)
        {
            if (job.Cell.Interrupted) throw new CellInterruptedException();
            if (part.Language is not null) Directives.Settle(job);
            if (part.Language is null) Directives.Run(part, job, scope);
            else if (part.Language == "csharp") RunCSharp(part.Text, job, job.Path);
            else if (!Languages.Run(part, job)) status = CellStatus.Skipped;
        }
        Directives.Settle(job);
        return status;
    }

    /// <summary>Compiles and runs C#; shows the value of a trailing expression.</summary>
    public void RunCSharp(string code, CellJob job, string path)
    {
        (string? library, string? script) = LibraryCell.Split(code);
        if (library is not null)
        {
            (string name, byte[] image, byte[] symbols) = Compiler.CompileLibrary(library, path, job.Cell.Token);
            Assemblies.Load(image, symbols);
            References.Add(name, image);
        }
        if (script is null) return;
        Submission submission = Compiler.CompileScript(script, path, job.Cell.Token);
        object? value = Execute(submission, job);
        if (!submission.HasTrailingExpression || job.Request.Silent || value is DisplayedValue || (value is null && IsVoid(submission)))
            return;
        MimeBundle bundle = ValueFormatter.Format(value);
        if (job.Source is null) job.Cell.Pump.Post(() => job.Cell.Output.Result(bundle));
        else job.Cell.Pump.Post(() => job.Cell.Output.Display(bundle, null));       // a cell has one result; imported ones show theirs
    }

    /// <summary>Proposes completions.</summary>
    public CompletionResult Complete(string code, int position, CancellationToken cancellation) =>
        new Completer(this).Complete(code, position, cancellation);

    /// <summary>Explains what stands at a position.</summary>
    public MimeBundle? Inspect(string code, int position, CancellationToken cancellation) =>
        new Inspector(this).Inspect(code, position, cancellation);

    /// <summary>Compiles and runs code apart from the session: nothing of it stays.</summary>
    public void TryOut(string code, CellRun cell) => cell.RunApart(() =>
    {
        Submission submission = Compiler.CompileScript(code, "warm-up", CancellationToken.None);
        object? value = Load(submission)(new object[_used + 2]).GetAwaiter().GetResult();
        if (value is not null) ValueFormatter.Format(value);
    });

    public void Dispose() => Languages.Dispose();

    private object? Execute(Submission submission, CellJob job)
    {
        if (submission.EntryType is null)
        {
            Compiler.Accept(submission);
            return null;
        }
        Func<object[], Task<object>> factory = Load(submission);
        if (_used + 2 >= _slots.Length) Array.Resize(ref _slots, _slots.Length * 2);
        // From here on the cell is part of the session even if it fails: what it had set is kept.
        Compiler.Accept(submission);
        int slot = _used + 1;
        if (submission.Declares) _used++;
        try
        {
            Task<object> task = factory(_slots);
            job.Context.RunUntil(task, () => job.Cell.Interrupted);
            if (!task.IsCompleted) throw new CellInterruptedException();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            if (submission.Declares && _slots[slot] is { } instance) Variables.Add(instance);
            else _slots[slot] = null!;
        }
    }

    private Func<object[], Task<object>> Load(Submission submission)
    {
        Assembly assembly = submission.Declares
            ? Assemblies.Load(submission.Image, submission.Symbols)
            : Assemblies.LoadPassing(submission.Image, submission.Symbols);
        MethodInfo entry = assembly.GetType(submission.EntryType!, throwOnError: true)!
            .GetMethod(submission.EntryMethod!, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return entry.CreateDelegate<Func<object[], Task<object>>>();
    }

    /// <summary>A call of a void method at the end of a cell has no value to show; null is one.</summary>
    private static bool IsVoid(Submission submission)
    {
        SyntaxTree tree = submission.Compilation.SyntaxTrees[0];
        var last = (GlobalStatementSyntax)((CompilationUnitSyntax)tree.GetRoot()).Members[^1];
        ExpressionSyntax expression = ((ExpressionStatementSyntax)last.Statement).Expression;
        return submission.Compilation.GetSemanticModel(tree).GetTypeInfo(expression).Type is null or { SpecialType: SpecialType.System_Void };
    }
}
