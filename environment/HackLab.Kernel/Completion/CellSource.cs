using System.Text.RegularExpressions;
using HackLab.Kernel.Directives;

namespace HackLab.Kernel.Completion;

/// <summary>What a position of a cell lies in.</summary>
internal enum CellPlace
{
    /// <summary>C#.</summary>
    Code,

    /// <summary>A line that is a directive, or starts like one.</summary>
    Directive,

    /// <summary>A part in another language, of which nothing is known here.</summary>
    Elsewhere,
}

/// <summary>A cell seen from one position: its C# with everything else blanked, so that lines and columns stay.</summary>
/// <param name="Place">What the position lies in.</param>
/// <param name="CSharp">All C# of the cell, with line breaks of one character.</param>
/// <param name="Offset">The position within it.</param>
/// <param name="Line">The line of the cell that the position is on.</param>
/// <param name="Column">The position within the line.</param>
internal sealed partial record CellSource(CellPlace Place, string CSharp, int Offset, string Line, int Column)
{
    /// <summary>Looks at a cell.</summary>
    /// <param name="code">The cell as typed.</param>
    /// <param name="position">A UTF-16 index into it.</param>
    /// <param name="isLanguage">Whether a name after #! is that of a language.</param>
    public static CellSource At(string code, int position, Func<string, bool> isLanguage)
    {
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        string before = code[..position].ReplaceLineEndings("\n");
        if (before.EndsWith('\n') && position < code.Length && code[position] == '\n' && code[position - 1] == '\r') before = before[..^1];
        int line = before.Count(c => c == '\n');
        int column = Math.Min(before.Length - (before.LastIndexOf('\n') + 1), lines[line].Length);

        var languages = new string?[lines.Length];
        var isDirective = new bool[lines.Length];
        foreach (CellPart part in CellParser.Parse(code, "csharp", isLanguage))
        {
            if (part.Language is null)
            {
                isDirective[part.Line - 1] = true;
                continue;
            }
            // C# is padded with the lines before it, other languages are not.
            int end = part.Text.Count(c => c == '\n') + (part.Language == "csharp" ? 1 : part.Line);
            for (int i = part.Line - 1; i < end; i++) languages[i] = part.Language;
        }
        FillGaps(lines, languages, isDirective, isLanguage);

        int offset = 0;
        for (int i = 0; i < line; i++) offset += (languages[i] == "csharp" ? lines[i].Length : 0) + 1;
        string csharp = string.Join('\n', lines.Select((text, i) => languages[i] == "csharp" ? text : ""));
        CellPlace place = isDirective[line] ? CellPlace.Directive : languages[line] == "csharp" ? CellPlace.Code : CellPlace.Elsewhere;
        if (place == CellPlace.Code && DirectiveStart().IsMatch(lines[line].AsSpan(0, column)) && !CodeText.Contains(csharp, offset + column))
            place = CellPlace.Directive;
        return new CellSource(place, csharp, place == CellPlace.Code ? offset + column : offset, lines[line], column);
    }

    /// <summary>Lines that are in no part are blank, or switch the language of those that follow.</summary>
    private static void FillGaps(string[] lines, string?[] languages, bool[] isDirective, Func<string, bool> isLanguage)
    {
        string current = "csharp";
        for (int i = 0; i < lines.Length; i++)
        {
            if (languages[i] is { } language) current = language;
            else if (isDirective[i]) continue;
            else if (CellParser.IsDirective(lines[i]))
            {
                isDirective[i] = true;
                string name = CellParser.Name(lines[i]).Name;
                if (isLanguage(name)) current = name is "c#" or "C#" ? "csharp" : name;
            }
            else languages[i] = current;
        }
    }

    [GeneratedRegex(@"^#!?[\w-]*$")]
    private static partial Regex DirectiveStart();
}
