using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Lessons;

namespace HackLab;

/// <summary>Exercises of the opened lesson.</summary>
public static partial class Lab
{
    private static ExerciseSession? s_exercises;

    private static ExerciseSession Exercises => s_exercises ?? throw new InvalidOperationException(Texts.Of("exercise.closed"));

    /// <summary>
    /// A place to fill. Until it is filled it gives a value that does no harm (0, an empty text or array), and the check in the same
    /// cell says that the exercise is not started.
    /// </summary>
    /// <typeparam name="T">What belongs there.</typeparam>
    /// <example><code>int signal = Blank&lt;int>();</code></example>
    public static T Blank<T>() => Blanks.Blank<T>();

    /// <summary>A place to fill that meanwhile gives a value with which the cells below can do something sensible.</summary>
    /// <typeparam name="T">What belongs there.</typeparam>
    /// <param name="meanwhile">What it gives until it is filled.</param>
    /// <example><code>double usefulness = Blank(auc);   // how far is auc from 0.5?</code></example>
    public static T Blank<T>(T meanwhile) => Blanks.Blank(meanwhile);

    /// <summary>Judges an answer and shows at once how it stands, in a sentence.</summary>
    /// <param name="exercise">The exercise, such as <c>HIG-B-2</c>.</param>
    /// <param name="answer">The answer: a number, a text, a list, a tensor, a function; what the exercise asks for.</param>
    /// <exception cref="InvalidOperationException">No lesson with exercises is open.</exception>
    /// <exception cref="ArgumentException">The lesson has no such exercise; the message names those it has.</exception>
    /// <example><code>Check("HIG-B-2", signal);</code></example>
    public static void Check(string exercise, object? answer) => Say(Exercises.Check(exercise, answer));

    /// <summary>Shows the next hint of an exercise: there are three, and the first is a question.</summary>
    /// <param name="exercise">The exercise, such as <c>HIG-B-2</c>.</param>
    /// <exception cref="InvalidOperationException">No lesson with exercises is open.</exception>
    /// <exception cref="ArgumentException">The lesson has no such exercise.</exception>
    /// <example><code>Hint("HIG-B-2");</code></example>
    public static void Hint(string exercise) => Say(Exercises.Hint(exercise));

    /// <summary>Shows a way to do an exercise and why it is so, once it is passed or its hints are read; or when it is asked for twice.</summary>
    /// <param name="exercise">The exercise, such as <c>HIG-B-2</c>.</param>
    /// <exception cref="InvalidOperationException">No lesson with exercises is open.</exception>
    /// <exception cref="ArgumentException">The lesson has no such exercise.</exception>
    /// <example><code>Solution("HIG-B-2");</code></example>
    public static void Solution(string exercise) => Say(Exercises.Solution(exercise));

    /// <summary>Answers a question with options.</summary>
    /// <param name="question">The question, such as <c>HIG-B-Q1</c>.</param>
    /// <param name="choice">The letter of the option; a question mark for none yet.</param>
    /// <exception cref="InvalidOperationException">No lesson with exercises is open.</exception>
    /// <exception cref="ArgumentException">The lesson has no such question, or the question no such option.</exception>
    /// <example><code>Quiz("HIG-B-Q1", 'b');</code></example>
    public static void Quiz(string question, char choice) => Say(Exercises.Quiz(question, choice));

    /// <summary>How far one has come with the exercises of the opened lesson.</summary>
    /// <returns>A table that a notebook shows when it is the cell's last line.</returns>
    /// <exception cref="InvalidOperationException">No lesson with exercises is open.</exception>
    /// <example><code>Progress()</code></example>
    public static Table Progress() => Exercises.ToTable();

    private static void OpenExercises(string lesson) =>
        s_exercises = ExerciseFile.Find(lesson) is { } file ? new ExerciseSession(LessonExercises.Load(file)) : null;

    private static void Say(object said)
    {
        NotebookHost.Display(said);
        if (Exercises.Warning() is { } warning) NotebookHost.Display(warning);
    }
}
