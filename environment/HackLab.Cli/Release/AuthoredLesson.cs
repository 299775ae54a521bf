using System.Text.RegularExpressions;
using HackLab.Cli.Notebooks;
using HackLab.Data;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Release;

/// <summary>A lesson as its author writes it: the notebook with its answers, and its exercises.</summary>
internal sealed partial class AuthoredLesson
{
    private AuthoredLesson(LessonPlace place, Notebook notebook, LessonDraft draft) => (Place, Notebook, Draft) = (place, notebook, draft);

    /// <summary>Where it and what is made of it lie.</summary>
    public LessonPlace Place { get; }

    /// <summary>The notebook with its answers. Not to be changed: <see cref="Copy"/>.</summary>
    public Notebook Notebook { get; }

    public LessonDraft Draft { get; }

    /// <summary>The code cells with a check, each with its exercise's id.</summary>
    public IReadOnlyDictionary<string, AnswerLines> Answers { get; private set; } = new Dictionary<string, AnswerLines>();

    /// <summary>Reads a lesson and sees that notebook and exercises belong together.</summary>
    /// <exception cref="NotebookFormatException">The notebook is not one, or the two disagree.</exception>
    /// <exception cref="DataFormatException">The file of exercises is missing or wrong.</exception>
    public static AuthoredLesson Load(LessonPlace place)
    {
        LessonDraft draft = LessonDraft.Load(place.Draft);
        if (draft.Lesson != place.Name) throw new DataFormatException(place.Draft, $"\"lesson\": \"{place.Name}\"", draft.Lesson, "Write the lesson's own name there.");
        var lesson = new AuthoredLesson(place, NotebookReader.Read(place.Authored), draft);
        lesson.Answers = lesson.FindAnswers();
        string[] problems = [.. lesson.Problems()];
        return problems.Length == 0 ? lesson : throw new NotebookFormatException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>A notebook of its own, to be changed.</summary>
    public Notebook Copy() => NotebookReader.ParseIpynb(System.Text.Encoding.UTF8.GetBytes(Notebook.ToJson()), Place.Authored);

    /// <summary>The answer in a cell.</summary>
    public AnswerLines AnswerIn(NotebookCell cell) => AnswerLines.In(cell.Source, $"{Place.Authored}, cell {cell.Id}");

    /// <summary>The exercise that a cell checks; null if it checks none.</summary>
    public static string? CheckedIn(NotebookCell cell) => cell.Kind == CellKind.Code && CheckCall().Match(cell.Source) is { Success: true } call ? call.Groups[1].Value : null;

    /// <summary>The question that a cell asks; null if it asks none.</summary>
    public static string? AskedIn(NotebookCell cell) => cell.Kind == CellKind.Code && QuizCall().Match(cell.Source) is { Success: true } call ? call.Groups[1].Value : null;

    private Dictionary<string, AnswerLines> FindAnswers()
    {
        var answers = new Dictionary<string, AnswerLines>();
        foreach (NotebookCell cell in Notebook.Cells)
        {
            if (CheckedIn(cell) is not { } id) continue;
            if (!answers.TryAdd(id, AnswerIn(cell))) throw new NotebookFormatException($"{Place.Authored}, cell {cell.Id}: {id} is checked twice.");
        }
        return answers;
    }

    private IEnumerable<string> Problems()
    {
        foreach (NotebookCell cell in Notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            string where = $"{Place.Authored}, cell {cell.Id}";
            if (CheckCall().Count(cell.Source) > 1) yield return $"{where}: there are two checks; give each a cell of its own.";
            if ((CheckedIn(cell) ?? AskedIn(cell)) is not null && !AnswerIn(cell).Any)
                yield return $"{where}: no line ends with //!; mark the answer, and write with //? what learners get instead.";
        }
        string[] asked = [.. Notebook.Cells.Select(AskedIn).OfType<string>()];
        foreach (string id in Answers.Keys.Except(Draft.Exercises.Select(exercise => exercise.Id))) yield return $"{Place.Draft}: there is no exercise {id}, which the notebook checks.";
        foreach (string id in Draft.Exercises.Select(exercise => exercise.Id).Except(Answers.Keys)) yield return $"{Place.Authored}: no cell checks the exercise {id}.";
        foreach (string id in asked.Except(Draft.Quizzes.Select(quiz => quiz.Id))) yield return $"{Place.Draft}: there is no question {id}, which the notebook asks.";
        foreach (string id in Draft.Quizzes.Select(quiz => quiz.Id).Except(asked)) yield return $"{Place.Authored}: no cell asks the question {id}.";
        foreach (IGrouping<string, string> same in Draft.Exercises.Select(exercise => exercise.Id).Concat(Draft.Quizzes.Select(quiz => quiz.Id)).GroupBy(id => id).Where(same => same.Count() > 1))
            yield return $"{Place.Draft}: {same.Key} stands there {same.Count()} times.";
        foreach (DraftExercise exercise in Draft.Exercises.Where(exercise => exercise.Wrong.Count < 2))
            yield return $"{Place.Draft}: {exercise.Id} has {exercise.Wrong.Count} wrong answers; expected at least two that people plausibly give.";
        foreach (DraftQuiz quiz in Draft.Quizzes.Where(quiz => char.ToLowerInvariant(quiz.Right) is var right && (right < 'a' || right >= 'a' + quiz.Options.Count)))
            yield return $"{Place.Draft}: {quiz.Id} has no option '{quiz.Right}', which is said to be right.";
    }

    [GeneratedRegex("\\bCheck\\s*\\(\\s*\"([^\"]+)\"")]
    private static partial Regex CheckCall();

    [GeneratedRegex("\\bQuiz\\s*\\(\\s*\"([^\"]+)\"")]
    private static partial Regex QuizCall();
}
