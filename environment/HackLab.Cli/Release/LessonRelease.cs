using System.Text.Json.Nodes;
using HackLab.Cli.Running;
using HackLab.Lessons;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Release;

/// <summary>Releases one lesson: makes what learners get, and proves its exercises.</summary>
internal sealed class LessonRelease(LessonPlace place, MisconceptionCatalogue catalogue, string scale, StartEngine start, Action<string> say)
{
    /// <summary>Makes the editions, proves the exercises and, if all is proved, writes the files.</summary>
    public async Task<ReleaseOutcome> WriteAsync(CancellationToken stop)
    {
        AuthoredLesson lesson = AuthoredLesson.Load(place);
        LessonExercises bare = Bare(lesson);
        using var stage = new Stage(place);
        LessonExercises exercises = bare;
        if (lesson.Draft.Exercises.Count > 0)
        {
            stage.Write(bare);
            Rehearsal recorded = await RunAsync(lesson, stage.Notebooks, stop);
            if (recorded.Failures.Count > 0) return new ReleaseOutcome(place, [], recorded.Failures, []);
            exercises = DraftRelease.WithMarks(bare, lesson.Draft, catalogue, Seen(lesson, recorded));
        }
        stage.Write(exercises);
        Rehearsal proved = await RunAsync(lesson, stage.Notebooks, stop);
        ReleaseOutcome outcome = OutcomeOf(lesson, proved);
        if (outcome.Faults.Any()) return outcome;
        List<string> written = [];
        foreach ((string path, string text) in TextsOf(lesson).Append((place.Exercises, exercises.ToJson() + "\n")))
        {
            if (File.Exists(path) && File.ReadAllText(path) == text) continue;
            AtomicFile.Write(path, text);
            written.Add(path);
        }
        return outcome with { Written = written };
    }

    /// <summary>Writes nothing: compares the editions with those there are, and proves the exercises that learners have.</summary>
    public async Task<ReleaseOutcome> CheckAsync(CancellationToken stop)
    {
        AuthoredLesson lesson = AuthoredLesson.Load(place);
        Dictionary<string, string?> files = TextsOf(lesson).ToDictionary(one => one.Path, one => Difference(one.Path, one.Text));
        files[place.Exercises] = ExercisesDifference(Bare(lesson));
        if (!File.Exists(place.Exercises)) return new ReleaseOutcome(place, [], [], []) { Files = files };
        ReleaseOutcome outcome = OutcomeOf(lesson, await RunAsync(lesson, place.Notebooks, stop));
        return outcome with { Files = files };
    }

    private async Task<Rehearsal> RunAsync(AuthoredLesson lesson, string notebooks, CancellationToken stop)
    {
        var rehearsal = new Rehearsal(lesson, notebooks, scale, say);
        await rehearsal.RunAsync(start, stop);
        return rehearsal;
    }

    private static LessonExercises Bare(AuthoredLesson lesson) =>
        DraftRelease.WithoutMarks(lesson.Draft, lesson.Answers.ToDictionary(one => one.Key, one => one.Value.Answer));

    private IEnumerable<(string Path, string Text)> TextsOf(AuthoredLesson lesson) =>
        [(place.Student, StudentEdition.Make(lesson).ToJson()), (place.CodeOnly, CodeEdition.Make(lesson).ToJson())];

    private static Dictionary<string, ExerciseSeen> Seen(AuthoredLesson lesson, Rehearsal run) => lesson.Answers.Keys.ToDictionary(id => id, id =>
    {
        TakeOutcome[] takes = [.. run.Outcomes.Where(one => one.Id == id)];
        CheckWitness Of(TakeOutcome take) => take.Witness ?? new CheckWitness(id, CheckState.Error, take.Error ?? "", 0, null, null);
        bool blank = lesson.Answers[id].HasBlank;
        return new ExerciseSeen(
            Of(takes.Single(take => take.Take.Kind == TakeKind.Solved)),
            blank ? null : Of(takes.Single(take => take.Take.Kind == TakeKind.Untouched)),
            [.. takes.Where(take => take.Take.Kind == TakeKind.Wrong).Select(Of)]);
    });

    private ReleaseOutcome OutcomeOf(AuthoredLesson lesson, Rehearsal run)
    {
        TakeOutcome[] Of(string id) => [.. run.Outcomes.Where(one => one.Id == id)];
        return new ReleaseOutcome(
            place,
            [
                .. lesson.Draft.Exercises.Select(exercise => ExerciseProof.Of(exercise, catalogue, Of(exercise.Id))),
                .. lesson.Draft.Quizzes.Select(quiz => ExerciseProof.Of(quiz, Of(quiz.Id))),
            ],
            run.Failures,
            run.Bands);
    }

    private static string? Difference(string path, string text)
    {
        if (!File.Exists(path)) return "is not there";
        string[] there = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), made = text.Split('\n');
        int line = there.Zip(made).TakeWhile(pair => pair.First == pair.Second).Count();
        return line == there.Length && line == made.Length ? null : $"is not what would be made now, from line {line + 1} on";
    }

    // Marks may differ in their last step between machines; that they are right is what the proof shows.
    private string? ExercisesDifference(LessonExercises bare)
    {
        if (!File.Exists(place.Exercises)) return "is not there";
        LessonExercises there = LessonExercises.Load(place.Exercises);
        return WithoutMarks(there.ToJson()) == WithoutMarks(bare.ToJson()) ? null : "is not what would be made now";
    }

    private static string WithoutMarks(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        foreach (JsonNode? exercise in (JsonArray)root["exercises"]!)
        {
            ((JsonObject)exercise!).Remove("given");
            exercise.AsObject().Remove("misconceptions");
            foreach (JsonNode? probe in (JsonArray)exercise["probes"]!)
            {
                probe!.AsObject().Remove("marks");
                foreach (JsonNode? call in probe["calls"] as JsonArray ?? []) call!.AsObject().Remove("marks");
            }
        }
        return root.ToJsonString();
    }
}

/// <summary>A folder of notebooks in which a lesson finds exercises that are not written yet.</summary>
internal sealed class Stage(LessonPlace place) : IDisposable
{
    public string Notebooks { get; } = Directory.CreateTempSubdirectory("hacklab-release-").FullName;

    public void Write(LessonExercises exercises) => AtomicFile.Write((place with { Notebooks = Notebooks }).Exercises, exercises.ToJson());

    public void Dispose() => Directory.Delete(Notebooks, recursive: true);
}
