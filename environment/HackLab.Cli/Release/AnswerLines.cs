using System.Text.RegularExpressions;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Release;

/// <summary>
/// The answer in a code cell: lines that end with <c>//!</c> are the answer, lines that begin with <c>//?</c> are what learners get in
/// its place. They stand together in one block.
/// </summary>
internal sealed partial class AnswerLines
{
    private readonly string[] _lines;
    private readonly int _first, _last;

    private AnswerLines(string[] lines, int first, int last) => (_lines, _first, _last) = (lines, first, last);

    /// <summary>Whether the cell has an answer at all.</summary>
    public bool Any => _first >= 0;

    /// <summary>The cell with the answer and without the signs.</summary>
    public string Solved => Join([.. Before, .. Answers, .. After]);

    /// <summary>The cell as learners get it.</summary>
    public string Student => Join([.. Before, .. Block.Select(line => LearnersLine().Match(line)).Where(match => match.Success).Select(Uncommented), .. After]);

    /// <summary>The answer alone, for the solution that is shown: its lines without what they have in common before them.</summary>
    public string Answer => Join(Outdented([.. Answers]));

    /// <summary>Whether learners get a blank; else they get something that is to be changed.</summary>
    public bool HasBlank => BlankCall().IsMatch(Student);

    private IEnumerable<string> Before => _lines.Take(Any ? _first : _lines.Length);

    private IEnumerable<string> Block => Any ? _lines[_first..(_last + 1)] : [];

    private IEnumerable<string> After => Any ? _lines.Skip(_last + 1) : [];

    private IEnumerable<string> Answers => Block.Select(line => AnswersLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    /// <summary>Finds the answer in a cell.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="where">What the error calls the cell.</param>
    /// <exception cref="NotebookFormatException">The lines of the answer do not stand together, or learners' lines have no answer.</exception>
    public static AnswerLines In(string source, string where)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        int[] marked = [.. Enumerable.Range(0, lines.Length).Where(i => AnswersLine().IsMatch(lines[i]) || LearnersLine().IsMatch(lines[i]))];
        if (marked.Length == 0) return new(lines, -1, -1);
        if (marked[^1] - marked[0] + 1 != marked.Length)
        {
            int gap = Enumerable.Range(marked[0], marked.Length).First(i => !marked.Contains(i));
            throw new NotebookFormatException(
                $"{where}, line {gap + 1}: stands between lines of the answer; the lines with //! and //? must stand together, in one block.");
        }
        if (!marked.Any(i => AnswersLine().IsMatch(lines[i])))
            throw new NotebookFormatException($"{where}, line {marked[0] + 1}: learners get this line in place of an answer, but no line ends with //!.");
        return new(lines, marked[0], marked[^1]);
    }

    /// <summary>The cell with other code in place of the answer.</summary>
    public string With(string code)
    {
        string indent = Indent().Match(Answers.FirstOrDefault() ?? "").Value;
        return Join([.. Before, .. code.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? line : indent + line), .. After]);
    }

    private static string Uncommented(Match line) => line.Groups[2].Value.Length == 0 ? "" : line.Groups[1].Value + line.Groups[2].Value;

    private static IEnumerable<string> Outdented(string[] lines)
    {
        int common = lines.Where(line => line.Trim().Length > 0).Select(line => Indent().Match(line).Length).DefaultIfEmpty(0).Min();
        return lines.Select(line => line.Length > common ? line[common..] : line.TrimStart());
    }

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    [GeneratedRegex(@"^(.*?)\s*//!\s*$")]
    private static partial Regex AnswersLine();

    [GeneratedRegex(@"^(\s*)//\? ?(.*)$")]
    private static partial Regex LearnersLine();

    [GeneratedRegex(@"^\s*")]
    private static partial Regex Indent();

    [GeneratedRegex(@"\bBlank\s*[<(]")]
    private static partial Regex BlankCall();
}
