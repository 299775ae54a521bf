using System.Diagnostics;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Lessons.Authoring;
using HackLab.Lessons.Internals;

namespace HackLab.Lessons;

/// <summary>An opened lesson: judges answers, gives help, and remembers how far its learner has come.</summary>
public sealed class ExerciseSession
{
    private readonly LessonExercises _lesson;
    private readonly ProgressFile _progress;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, ExerciseProgress> _unsaved = [];
    private readonly HashSet<string> _asked = [];
    private string? _warned;

    /// <summary>Opens a lesson's exercises.</summary>
    /// <param name="lesson">The exercises.</param>
    /// <param name="progress">Where progress is kept; null for this person's file.</param>
    public ExerciseSession(LessonExercises lesson, ProgressFile? progress = null) : this(lesson, progress ?? ProgressFile.Own, TimeProvider.System)
    {
    }

    internal ExerciseSession(LessonExercises lesson, ProgressFile progress, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        (_lesson, _progress, _time) = (lesson, progress, time);
    }

    /// <summary>Why progress cannot be saved, in words; null if it can. Exercises go on either way.</summary>
    public string? SavingFails { get; private set; }

    /// <summary>Judges an answer.</summary>
    /// <param name="id">The exercise.</param>
    /// <param name="answer">The answer: numbers, text, arrays, a tensor, a function; what the exercise asks for.</param>
    /// <exception cref="ArgumentException">The lesson has no such exercise.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    public CheckResult Check(string id, object? answer)
    {
        Exercise exercise = _lesson.Find(id);
        long begin = Stopwatch.GetTimestamp();
        bool untouched = Blanks.TakeMet();
        CheckResult result = untouched ? NotStarted(exercise) : Judge(exercise, answer);
        if (Blanks.TakeMet()) result = NotStarted(exercise);    // a function whose blank was met when it was called
        if (result.State != CheckState.NotStarted) Remember(exercise.Id, result.State);
        CheckWitness.Write(_lesson, exercise, answer, result, Stopwatch.GetElapsedTime(begin));
        return result;
    }

    /// <summary>The next rung of help.</summary>
    /// <param name="id">The exercise.</param>
    /// <exception cref="ArgumentException">The lesson has no such exercise.</exception>
    public HelpCard Hint(string id)
    {
        Exercise exercise = _lesson.Find(id);
        int seen = ProgressOf(exercise.Id).Hints;
        if (exercise.Hints.Count == 0) return new HelpCard(Texts.Of("hint.none", exercise.Id));
        int rung = Math.Min(seen, exercise.Hints.Count - 1);
        Save(exercise.Id, before => before with { Hints = Math.Max(before.Hints, rung + 1) });
        string more = rung + 1 < exercise.Hints.Count ? "" : " " + Texts.Of("hint.last", exercise.Id);
        return new HelpCard(Texts.Of("hint.rung", rung + 1, exercise.Hints.Count, exercise.Hints[rung]) + more);
    }

    /// <summary>The solution with its why, once the exercise is passed or all hints are read, or when it is asked for twice.</summary>
    /// <param name="id">The exercise.</param>
    /// <exception cref="ArgumentException">The lesson has no such exercise.</exception>
    public HelpCard Solution(string id)
    {
        Exercise exercise = _lesson.Find(id);
        ExerciseProgress progress = ProgressOf(exercise.Id);
        bool passed = progress.State == CheckState.Passed;
        // The hints also stand in the notebook, where nobody counts who reads them: who asks again has read them, or has decided.
        if (!passed && progress.Hints < exercise.Hints.Count && _asked.Add(exercise.Id))
            return new HelpCard(Texts.Of("solution.hints-first", exercise.Id));
        if (!passed) Save(exercise.Id, before => before with { SawSolution = true });
        return new HelpCard(Veil.Lift(exercise.Why, _lesson.Salt), Veil.Lift(exercise.Solution, _lesson.Salt));
    }

    /// <summary>Answers a question with several options.</summary>
    /// <param name="id">The question.</param>
    /// <param name="choice">The option's letter, the first is a; a question mark for none yet.</param>
    /// <exception cref="ArgumentException">There is no such question or option.</exception>
    public CheckResult Quiz(string id, char choice)
    {
        QuizQuestion quiz = _lesson.Quizzes.FirstOrDefault(question => question.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                Texts.Of("exercise.unknown", id, _lesson.Lesson, string.Join(", ", _lesson.Quizzes.Select(question => question.Id))), nameof(id));
        if (choice == '?')
        {
            var open = new CheckResult(quiz.Id, CheckState.NotStarted, Texts.Of("quiz.open", (char)('a' + quiz.Options.Count - 1)));
            CheckWitness.Write(open);
            return open;
        }
        int option = char.ToLowerInvariant(choice) - 'a';
        if (option < 0 || option >= quiz.Options.Count)
            throw new ArgumentException(Texts.Of("quiz.option", choice, (char)('a' + quiz.Options.Count - 1)), nameof(choice));
        bool right = AnswerMarks.OfChoice(option, _lesson.Salt + quiz.Id) == quiz.Mark;
        var result = new CheckResult(quiz.Id, right ? CheckState.Passed : CheckState.NotYet, quiz.Options[option].Reply);
        Remember(quiz.Id, result.State);
        CheckWitness.Write(result);
        return result;
    }

    /// <summary>How far the learner has come with each exercise and question, in the order of the lesson.</summary>
    public IReadOnlyList<(string Id, string Title, ExerciseProgress Progress)> Progress() =>
    [
        .. _lesson.Exercises.Select(exercise => (exercise.Id, exercise.Title, ProgressOf(exercise.Id))),
        .. _lesson.Quizzes.Select(quiz => (quiz.Id, quiz.Question, ProgressOf(quiz.Id))),
    ];

    /// <summary>The same as a table.</summary>
    public Table ToTable()
    {
        IReadOnlyList<(string Id, string Title, ExerciseProgress Progress)> all = Progress();
        int passed = all.Count(one => one.Progress.State == CheckState.Passed);
        string[] headers = [.. ((string[])["exercise", "title", "state", "attempts", "hints"]).Select(name => Texts.Of("progress." + name))];
        return new Table(
            Texts.Of("progress.caption", _lesson.Lesson, passed, all.Count),
            headers,
            [.. all.Select(one => (object?[])[one.Id, one.Title, CheckResult.Name(one.Progress.State), one.Progress.Attempts, one.Progress.Hints])]);
    }

    /// <summary>What the learner should know about the file of progress, said once; null if all is well.</summary>
    internal string? Warning()
    {
        string? warning = SavingFails is { } reason ? Texts.Of("progress.unsaved", reason)
            : _progress.KeptAside is { } aside ? Texts.Of("progress.damaged", aside) : null;
        if (warning == _warned) return null;
        _warned = warning;
        return warning;
    }

    private CheckResult Judge(Exercise exercise, object? answer)
    {
        try
        {
            if (IsUnchanged(exercise, answer)) return new CheckResult(exercise.Id, CheckState.NotStarted, Texts.Of("check.unchanged", exercise.Title));
            string? unmet = AnswerProbes.FirstUnmet(exercise, answer, _lesson.Salt);
            if (unmet is null) return new CheckResult(exercise.Id, CheckState.Passed, Texts.Of("check.passed", exercise.Title));
            return new CheckResult(exercise.Id, CheckState.NotYet, Recognised(exercise, answer) ?? unmet);
        }
        catch (Exception e) when (e is not OperationCanceledException || !NotebookHost.Token.IsCancellationRequested)
        {
            return new CheckResult(exercise.Id, CheckState.Error, Texts.Of("check.error", e.GetType().Name, e.Message));
        }
    }

    private bool IsUnchanged(Exercise exercise, object? answer) =>
        exercise.Given is { } given && AnswerValue.Of(AnswerMarks.Comparable(exercise, answer)) is { } value
        && AnswerMarks.Fit(value, exercise.ComparisonTolerance, _lesson.Salt, given);

    private string? Recognised(Exercise exercise, object? answer) =>
        exercise.Misconceptions.Count > 0 && AnswerValue.Of(AnswerMarks.Comparable(exercise, answer)) is { } value
            ? exercise.Misconceptions.FirstOrDefault(wrong => AnswerMarks.Fit(value, exercise.ComparisonTolerance, _lesson.Salt, wrong.Marks))?.Message
            : null;

    private static CheckResult NotStarted(Exercise exercise) => new(exercise.Id, CheckState.NotStarted, Texts.Of("check.not-started", exercise.Title));

    private void Remember(string id, CheckState state)
    {
        DateTimeOffset now = _time.GetUtcNow();
        Save(id, before => before with
        {
            State = before.State == CheckState.Passed ? CheckState.Passed : state,
            Attempts = before.Attempts + 1,
            Begun = before.Begun ?? now,
            Passed = before.Passed ?? (state == CheckState.Passed ? now : null),
        });
    }

    private ExerciseProgress ProgressOf(string id)
    {
        if (_unsaved.TryGetValue(id, out ExerciseProgress? unsaved)) return unsaved;
        try
        {
            return _progress.Read().GetValueOrDefault(id) ?? new ExerciseProgress();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ExerciseProgress();
        }
    }

    // A disk that is full must not keep anybody from learning: then it is remembered until the notebook ends.
    private void Save(string id, Func<ExerciseProgress, ExerciseProgress> change)
    {
        try
        {
            _progress.Update(id, change);
            (SavingFails, _) = (null, _unsaved.Remove(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unsaved[id] = change(ProgressOf(id));
            SavingFails = e.Message;
        }
    }
}
