using System.Text.Json.Nodes;

namespace HackLab.Notebooks.Tests.Executed;

[Collection(ExecutedLessons.Name)]
public class NetworkTests(SharedRuns runs)
{
    [Fact]
    public async Task Lessons_ask_nothing_of_the_web()
    {
        await runs.Smoke;
        Assert.Equal(0, runs.WebRequests);
    }

    [Fact]
    public async Task Lessons_run_where_there_is_no_network_at_all()
    {
        if (NetworkSandbox.Wrapper is null) Assert.Skip("This system allows no network namespace (unshare --map-root-user --net), so only web requests are watched.");
        LessonRun run = await runs.SmokeAgain;
        Assert.True(run.ExitCode == 0, run.Said);
    }

    [Fact]
    public async Task A_cell_that_asks_for_the_web_is_noticed()
    {
        using var folder = new TemporaryFolder();
        string notebook = Path.Combine(folder.Path, "asks.ipynb");
        await File.WriteAllTextAsync(notebook, new JsonObject
        {
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = "code",
                ["id"] = "ask",
                ["metadata"] = new JsonObject(),
                ["execution_count"] = null,
                ["outputs"] = new JsonArray(),
                ["source"] = "try { await new System.Net.Http.HttpClient().GetStringAsync(\"http://example.org/\"); } catch (Exception) { }",
            }),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["language"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString(), TestContext.Current.CancellationToken);
        using var watch = new NetworkWatch();
        LessonRun run = await LessonRun.StartAsync(new("smoke") { Paths = [notebook], Environment = watch.Environment });
        Assert.True(run.ExitCode == 0, run.Said);
        Assert.NotEqual(0, watch.Connections);
    }
}
