using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HackLab.Cli.Notebooks;
using HackLab.Lessons;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Release;

/// <summary>What learners open: the lesson with blanks in place of answers, and hints as fold-outs after each check.</summary>
internal static partial class StudentEdition
{
    /// <summary>A cell for tutors alone.</summary>
    public const string TutorTag = "tutor";

    public static Notebook Make(AuthoredLesson lesson)
    {
        Notebook notebook = Open(lesson);
        foreach (NotebookCell cell in notebook.Cells) cell.Source = FolderUp().Replace(cell.Source, "");
        return notebook;
    }

    /// <summary>The same with links as seen from a folder beside <c>solutions/</c>.</summary>
    internal static Notebook Open(AuthoredLesson lesson)
    {
        Notebook notebook = lesson.Copy();
        foreach (NotebookCell cell in notebook.Cells.ToList())
        {
            cell.ClearOutputs();
            if (cell.HasTag(TutorTag)) notebook.Remove(cell);
            else if (cell.Kind == CellKind.Code) cell.Source = lesson.AnswerIn(cell).Student;
        }
        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            if (AuthoredLesson.CheckedIn(notebook.Cells[i]) is not { } id) continue;
            if (i + 1 == notebook.Cells.Count || notebook.Cells[i + 1].Kind != CellKind.Markdown)
                throw new NotebookFormatException($"{lesson.Place.Authored}, cell {notebook.Cells[i].Id}: a text cell must follow, which gets the hints of {id}.");
            NotebookCell next = notebook.Cells[i + 1];
            next.Source = Help(lesson.Draft.Exercises.Single(exercise => exercise.Id == id)) + "\n" + next.Source;
        }
        notebook.Metadata["hacklab"] = new JsonObject { ["made_from"] = $"solutions/{lesson.Place.Level}.ipynb by hacklab release: change that one" };
        return notebook;
    }

    private static string Help(DraftExercise exercise)
    {
        var text = new StringBuilder();
        for (int i = 0; i < exercise.Hints.Count; i++)
            FoldOut(text, i == 0 ? Texts.In("en", "help.hint-question") : Texts.In("en", "help.hint", i + 1), exercise.Hints[i]);
        FoldOut(text, Texts.In("en", "help.solution"), Texts.In("en", "help.solution-how", exercise.Id));
        return text.ToString();
    }

    private static void FoldOut(StringBuilder text, string summary, string content) =>
        text.Append($"<details><summary>{summary}</summary>\n\n{content.Trim()}\n</details>\n");

    [GeneratedRegex("""(?<=\]\(|src="|href="|#r ")\.\./""")]
    private static partial Regex FolderUp();
}
