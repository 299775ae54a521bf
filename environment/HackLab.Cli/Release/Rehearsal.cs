using System.Text.Json.Nodes;
using HackLab.Cli.Engines;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Results;
using HackLab.Cli.Running;
using HackLab.Kernel;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Release;

/// <summary>
/// Runs the solved lesson from top to bottom. Each cell that checks something is run with its wrong answers first, then untouched,
/// then solved, so that the cells below it see the right answer.
/// </summary>
/// <param name="lesson">The lesson.</param>
/// <param name="notebooks">The folder in which the lesson's exercises are found while it runs.</param>
/// <param name="scale">smoke, class or full.</param>
/// <param name="say">Progress, in words.</param>
internal sealed class Rehearsal(AuthoredLesson lesson, string notebooks, string scale, Action<string> say)
{
    private readonly List<TakeOutcome> _outcomes = [];
    private readonly List<string> _failures = [];

    /// <summary>How each take went, in the order of the lesson.</summary>
    public IReadOnlyList<TakeOutcome> Outcomes => _outcomes;

    /// <summary>Cells that failed though they check nothing, or wrote to the error stream; a sentence each.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The draft's metrics that have limits at this scale; none if the lesson did not come to its end.</summary>
    public IReadOnlyList<BandReading> Bands { get; private set; } = [];

    /// <summary>Runs it.</summary>
    public async Task RunAsync(StartEngine start, CancellationToken stop)
    {
        string folder = Directory.CreateTempSubdirectory("hacklab-rehearsal-").FullName;
        string witness = Path.Combine(folder, "witness.jsonl");
        var environment = new Dictionary<string, string>
        {
            ["HACKLAB_NOTEBOOKS"] = notebooks,
            ["HACKLAB_PROGRESS"] = Path.Combine(folder, "progress.json"),   // an author's own progress is not touched
            ["HACKLAB_LANGUAGE"] = "en",
            ["HACKLAB_SCALE"] = scale,
            [CheckWitness.Variable] = witness,
        };
        try
        {
            await using ICellEngine engine = await start(Path.GetDirectoryName(Path.GetFullPath(lesson.Place.Authored))!, environment);
            await using CancellationTokenRegistration stopped = stop.Register(engine.Kill);
            NotebookCell[] cells = [.. lesson.Notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];
            for (int i = 0; i < cells.Length; i++)
            {
                stop.ThrowIfCancellationRequested();
                say($"{lesson.Place.Name}: cell {i + 1} of {cells.Length} ({cells[i].Id})");
                if (!await RunAsync(engine, cells[i], witness)) return;
            }
            Bands = await BandReading.ReadAllAsync(engine, lesson.Draft.Bands.Where(band => band.At(scale) is not null), scale);
        }
        catch (EngineLostException error)
        {
            stop.ThrowIfCancellationRequested();
            _failures.Add(error.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a cell in all its takes; false if the lesson cannot go on.</summary>
    private async Task<bool> RunAsync(ICellEngine engine, NotebookCell cell, string witness)
    {
        if (CellTags.SkipReason(cell) is not null || string.IsNullOrWhiteSpace(cell.Source)) return true;
        if ((AuthoredLesson.CheckedIn(cell) ?? AuthoredLesson.AskedIn(cell)) is not { } id)
        {
            (CellResult result, JsonArray outputs) = await ExecuteAsync(engine, lesson.AnswerIn(cell).Solved);
            bool expected = cell.HasTag(CellTags.RaisesException);
            if (result.Status == CellStatus.Error != expected)
                _failures.Add($"cell {cell.Id}: {(expected ? "should fail, and did not" : $"{result.Error?.Name}: {result.Error?.Message}")}");
            if (Text(outputs, "stderr") is { Length: > 0 } written) _failures.Add($"cell {cell.Id} wrote to the error stream: {written.Trim()}");
            return result.Status != CellStatus.Error || expected;
        }
        foreach (Take take in TakesOf(cell, id))
        {
            int before = CheckWitness.ReadAll(witness).Count;
            (CellResult result, _) = await ExecuteAsync(engine, take.Source);
            CheckWitness? seen = CheckWitness.ReadAll(witness).Skip(before).LastOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
            _outcomes.Add(new TakeOutcome(id, take, seen, result.Elapsed, result.Error is { } error ? $"{error.Name}: {error.Message}" : null));
        }
        return _outcomes[^1].Error is null || Fail($"cell {cell.Id}, solved: {_outcomes[^1].Error}");
    }

    private IEnumerable<Take> TakesOf(NotebookCell cell, string id)
    {
        AnswerLines answer = lesson.AnswerIn(cell);
        if (lesson.Draft.Quizzes.FirstOrDefault(quiz => quiz.Id == id) is { } asked)
        {
            int right = char.ToLowerInvariant(asked.Right) - 'a';
            foreach (int option in Enumerable.Range(0, asked.Options.Count).Where(option => option != right))
                yield return new(TakeKind.Wrong, option, $"Quiz(\"{id}\", '{(char)('a' + option)}');");
        }
        else
        {
            IReadOnlyList<WrongAnswer> wrong = lesson.Draft.Exercises.Single(exercise => exercise.Id == id).Wrong;
            for (int i = 0; i < wrong.Count; i++) yield return new(TakeKind.Wrong, i, answer.With(wrong[i].Code));
        }
        yield return new(TakeKind.Untouched, 0, answer.Student);
        yield return new(TakeKind.Solved, 0, answer.Solved);
    }

    private static async Task<(CellResult Result, JsonArray Outputs)> ExecuteAsync(ICellEngine engine, string source)
    {
        var output = new OutputRecorder(new DisplayRegistry(), 1);
        CellResult result = await engine.ExecuteAsync(new CellRequest(source), output);
        return (result, output.ToJson());
    }

    private static string Text(JsonArray outputs, string stream) =>
        string.Concat(outputs.Where(output => (string?)output!["name"] == stream).Select(output => MultilineText.Join(output!["text"])));

    private bool Fail(string why)
    {
        _failures.Add(why);
        return false;
    }
}
