using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>Runs that many tests look at, each made once, when first asked for.</summary>
public sealed class SharedRuns : IDisposable
{
    /// <summary>The lesson that is also run as learners run it: the others' numbers at that scale are for <c>hacklab release --check</c>.</summary>
    internal const string FirstLesson = "higgs/1-beginner";

    private static readonly string[] TwoAtOnce = ["--jobs", "2"];

    private readonly NetworkWatch _watch = new();
    private readonly Lazy<Task<LessonRun>> _smoke, _again, _class;

    /// <summary>Nothing runs yet.</summary>
    public SharedRuns()
    {
        _smoke = new(() => LessonRun.StartAsync(new("smoke") { Environment = _watch.Environment, Extra = TwoAtOnce }));
        _again = new(() => LessonRun.StartAsync(new("smoke") { Wrapper = NetworkSandbox.Wrapper ?? [], Extra = TwoAtOnce }));
        _class = new(() => LessonRun.StartAsync(new("class") { Paths = [AllLessons.PathOf(FirstLesson)] }));
    }

    /// <summary>All lessons, small; what they ask of the web is counted.</summary>
    internal Task<LessonRun> Smoke => _smoke.Value;

    /// <summary>The same once more, without any network where the system can do that.</summary>
    internal Task<LessonRun> SmokeAgain => _again.Value;

    /// <summary>The first lesson as a learner runs it.</summary>
    internal Task<LessonRun> Class => _class.Value;

    /// <summary>How often the first small run asked for the web.</summary>
    internal int WebRequests => _watch.Connections;

    public void Dispose() => _watch.Dispose();
}

/// <summary>Tests of executed lessons share their runs.</summary>
[CollectionDefinition(Name)]
public sealed class ExecutedLessons : ICollectionFixture<SharedRuns>
{
    internal const string Name = "executed lessons";
}
