using System.Diagnostics;
using System.Reflection;
using HackLab.Kernel.Compilation;
using HackLab.Kernel.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HackLab.Kernel.Errors;

/// <summary>An error in the words the person sees: no compiler frames, lines as typed.</summary>
internal static class ErrorReport
{
    private const int MostCompileErrors = 10;

    /// <summary>The cell was stopped by the person.</summary>
    public static CellError Interrupted()
    {
        var words = new CellInterruptedException();
        return new CellError("OperationCanceledException", words.Message, [$"{words.Message} Variables set so far are kept."]);
    }

    /// <summary>Any other failure.</summary>
    /// <param name="failure">What was thrown, or the compile errors.</param>
    /// <param name="code">The cell as typed.</param>
    public static CellError Of(Exception failure, string code) => failure switch
    {
        CompilationFailedException errors => Of(errors.Diagnostics, code.ReplaceLineEndings("\n").Split('\n')),
        DirectiveException directive => new CellError(directive.Kind, directive.Message, [directive.Message], directive.Line, 1),
        ImportFailedException import => Of(import),
        TargetInvocationException { InnerException: { } inner } => Of(inner, code),
        AggregateException { InnerExceptions: [var only] } => Of(only, code),
        _ => OfRuntime(failure),
    };

    /// <summary>The error is told where it is, in the file; its line in the cell is that of the import.</summary>
    private static CellError Of(ImportFailedException import)
    {
        CellError inner = Of(import.InnerException!, import.Code);
        List<string> traceback = [.. inner.Traceback];
        string message = inner.Message;
        if (import.InnerException is DirectiveException { Line: { } line })
            traceback[0] = message = $"{import.SourceName}, line {line}: {message}";
        traceback.Add($"   imported by {import.Importer.Name}, line {import.Importer.Line}");
        return inner with { Message = message, Traceback = traceback, Line = import.Importer.Line, Column = 1 };
    }

    private static CellError Of(IReadOnlyList<Diagnostic> errors, string[] lines)
    {
        var traceback = new List<string>();
        foreach (Diagnostic error in errors.Take(MostCompileErrors))
        {
            LinePosition start = error.Location.GetLineSpan().StartLinePosition;
            LinePosition end = error.Location.GetLineSpan().EndLinePosition;
            string file = error.Location.GetLineSpan().Path;
            string where = file.StartsWith("cell ", StringComparison.Ordinal) ? "" : file;
            traceback.Add($"{where}({start.Line + 1},{start.Character + 1}): error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            if (start.Line >= lines.Length) continue;
            string line = lines[start.Line];
            int length = end.Line == start.Line ? Math.Max(1, end.Character - start.Character) : Math.Max(1, line.Length - start.Character);
            traceback.Add("    " + line.Replace('\t', ' '));
            traceback.Add("    " + new string(' ', Math.Min(start.Character, line.Length)) + new string('^', length));
        }
        if (errors.Count > MostCompileErrors) traceback.Add($"… and {errors.Count - MostCompileErrors} more errors");
        LinePosition first = errors[0].Location.GetLineSpan().StartLinePosition;
        return new CellError("CompilationError", traceback[0], traceback, first.Line + 1, first.Character + 1);
    }

    private static CellError OfRuntime(Exception failure)
    {
        var traceback = new List<string>();
        int? line = null;
        foreach (Exception error in WithCauses(failure))
        {
            string intro = error == failure ? "" : "caused by ";
            traceback.Add($"{intro}{error.GetType().FullName}: {error.Message}");
            traceback.AddRange(Folded(Frames(error, ref line)));
        }
        return new CellError(failure.GetType().Name, failure.Message, traceback, line);
    }

    /// <summary>An error, then what caused it; of parallel work, each that failed.</summary>
    private static IEnumerable<Exception> WithCauses(Exception failure)
    {
        IEnumerable<Exception> causes = failure is AggregateException several ? several.InnerExceptions
            : failure.InnerException is { } inner ? [inner] : [];
        return causes.SelectMany(WithCauses).Prepend(failure);
    }

    /// <summary>The frames indented; a long run of the same one, as recursion makes it, is told once with its count.</summary>
    private static IEnumerable<string> Folded(List<string> frames)
    {
        for (int i = 0; i < frames.Count;)
        {
            int same = 1;
            while (i + same < frames.Count && frames[i + same] == frames[i]) same++;
            yield return "   " + frames[i];
            if (same > 1) yield return $"   … the same {same - 1} times more";
            i += same;
        }
    }

    private static List<string> Frames(Exception error, ref int? line)
    {
        var frames = new List<string>();
        foreach (StackFrame frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            bool typed = FrameName.IsSession(method);
            if (!typed && FrameName.IsMachinery(method)) continue;
            string name = FrameName.Of(method);
            string? file = frame.GetFileName();
            int number = frame.GetFileLineNumber();
            if (typed && file is not null && file.StartsWith("cell ", StringComparison.Ordinal)) line ??= number;
            string where = file is not null ? $"{(typed ? file : Path.GetFileName(file))}, line {number}"
                // An index out of range in an optimised loop is thrown from a place that all of the method's indices share.
                : typed ? "a cell's loop or function (its code is optimised, so the line is not known)" : "";
            frames.Add("at " + name + (name.Length > 0 && where.Length > 0 ? " in " : "") + where);
        }
        return frames;
    }
}
