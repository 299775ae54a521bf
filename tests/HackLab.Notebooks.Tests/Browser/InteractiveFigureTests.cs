using System.Diagnostics;
using System.Text.Json.Nodes;
using HackLab.Notebooks.Tests.Lessons;
using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Browser;

/// <summary>Interactive and live figures where learners meet them: in Jupyter, and in the pages that hacklab run
/// writes.</summary>
public class InteractiveFigureTests
{
    private const string
        First = "Chart.Line([0, 1, 2], [0, 1, 4], new() { Title = \"One\" }).Interactive()",
        Second = "Chart.Line([0, 1, 2], [4, 1, 0], new() { Title = \"Two\" }).Interactive()",
        Live = """
            var live = Lab.Live();
            var steps = new List<double>();
            for (int i = 0; i < 2000; i++)
            {
                steps.Add(1.0 / (1 + i));
                double[] y = [.. steps];
                live.Update(() => Chart.Line([new Series("loss", y)], new() { Title = $"{y.Length} steps" }));
            }
            throw new InvalidOperationException("the training failed");
            """;

    // Outputs that carry the library, packed: 2 MB of base64.
    private const string Carriers = "() => [...document.querySelectorAll('script')].filter(s => /packed = \"[A-Za-z0-9+/=]{100000,}\"/.test(s.textContent)).length";

    private const string Drawn = "n => [...document.querySelectorAll('[data-hacklab-plotly]')].filter(box => box.querySelector('.main-svg .js-line')).length === n";

    private static string? MissingLibrary =>
        File.Exists(Path.Combine(HackLabRepository.LabFolder, "web", "plotly", "plotly.min.js")) ? null
        : "plotly.js is not installed: run ./start once with a network connection.";

    [Fact]
    public async Task A_page_of_a_run_draws_every_interactive_figure_with_one_library_and_keeps_the_last_live_state()
    {
        if (InstalledPrograms.Chromium is null) Assert.Skip("Chromium is not installed (Debian: apt install chromium).");
        if (MissingLibrary is { } missing) Assert.Skip(missing);
        using var folder = new TemporaryFolder();
        string notebook = Path.Combine(folder.Path, "figures.ipynb"),
            library = Path.Combine(HackLabRepository.LabFolder, "HackLab.dll");
        await File.WriteAllTextAsync(notebook,
            Notebook($"#r \"{library}\"\nusing HackLab;\nusing HackLab.Charts;", First, Second, First, Live),
            TestContext.Current.CancellationToken);
        string said = await RunAsync("run", notebook, "--output", Path.Combine(folder.Path, "executed"));
        string page = Directory.EnumerateFiles(folder.Path, "*.html", SearchOption.AllDirectories)
            .SingleOrDefault() ?? throw new InvalidOperationException(said);

        await using ChromiumBrowser browser = await ChromiumBrowser.StartAsync();
        // Nothing may be asked of a network: the page works in a cellar.
        var asked = new List<string>();
        browser.Page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal)) asked.Add(request.Url);
        };
        await browser.Page.GotoAsync(new Uri(page).AbsoluteUri);
        await browser.Page.WaitForFunctionAsync(Drawn, 3);
        // The same figure again carries it again: whichever of the two is cleared, the other has it.
        Assert.Equal(2, await browser.Page.EvaluateAsync<int>(Carriers));
        string[] titles = await browser.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('svg > title')].map(t => t.textContent)");
        Assert.Equal(["2000 steps"], titles);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task In_Jupyter_figures_stay_interactive_over_reruns_reloads_and_restarts()
    {
        if (InstalledPrograms.Missing is { } missing) Assert.Skip(missing);
        if (MissingLibrary is { } absent) Assert.Skip(absent);
        await using JupyterServer server = await JupyterServer.StartAsync("smoke");
        await using ChromiumBrowser browser = await ChromiumBrowser.StartAsync();
        IPage page = browser.Page;
        var notebook = new ClassicNotebook(page);
        try
        {
            await notebook.OpenAsync(server.AddressOf("higgs/1-beginner"));
            int names = await RunCellAsync(notebook, "#r \"../../artifacts/lab/HackLab.dll\"\nusing HackLab.Charts;");
            int first = await RunCellAsync(notebook, First), second = await RunCellAsync(notebook, Second);
            await page.WaitForFunctionAsync(Drawn, 2);
            Assert.Equal(1, await CarriersInFileAsync(page));

            await notebook.RunAsync(first);
            await notebook.WaitForEndAsync(first);
            await page.WaitForFunctionAsync(Drawn, 2);
            Assert.Equal(1, await CarriersInFileAsync(page));

            // What the menu's Trust Notebook does: this lesson came from elsewhere, and Jupyter runs no script of such files.
            await page.EvaluateAsync("async () => { await Jupyter.notebook.save_notebook(); await Jupyter.notebook.contents.trust(Jupyter.notebook.notebook_path); }");
            await notebook.OpenAsync(server.AddressOf("higgs/1-beginner"));
            await page.WaitForFunctionAsync(Drawn, 2);

            // On a new page with a new kernel, all outputs cleared and nothing kept by the browser, the second cell alone must
            // do.
            await page.EvaluateAsync("async () => { Jupyter.notebook.clear_all_output(); await Jupyter.notebook.save_notebook(); }");
            await page.EvaluateAsync("() => new Promise(done => Jupyter.notebook.session.delete(done, done))");
            await notebook.OpenAsync(server.AddressOf("higgs/1-beginner"));
            await page.EvaluateAsync("async () => { for (const name of await caches.keys()) await caches.delete(name); }");
            await notebook.RunAsync(names);
            await notebook.WaitForEndAsync(names);
            await notebook.RunAsync(second);
            await notebook.WaitForEndAsync(second);
            await page.WaitForFunctionAsync(Drawn, 1);
            Assert.Equal(1, await CarriersInFileAsync(page));
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            throw new InvalidOperationException($"{error.Message}\nCells: {await notebook.StateAsync()}\nJupyter said:\n{server.Log}", error);
        }
    }

    private static async Task<int> RunCellAsync(ClassicNotebook notebook, string code)
    {
        int index = await notebook.AppendAsync(code);
        await notebook.RunAsync(index);
        await notebook.WaitForEndAsync(index);
        return index;
    }

    /// <summary>How many outputs of the notebook, as it would be saved, bring the library along.</summary>
    private static Task<int> CarriersInFileAsync(IPage page) => page.EvaluateAsync<int>("""
        () => Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code')
            .flatMap(c => c.output_area.outputs).filter(o => o.data && /packed = "[A-Za-z0-9+\/=]{100000,}"/.test(o.data['text/html'] || '')).length
        """);

    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["nbformat"] = 4, ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp",
            ["display_name"] = ".NET (C#)", ["language"] = "C#" } },
        ["cells"] = new JsonArray([.. cells.Select((code, i) => new JsonObject
        {
            ["cell_type"] = "code", ["id"] = $"cell-{i}", ["metadata"] = new JsonObject(), ["execution_count"] = null,
                ["outputs"] = new JsonArray(), ["source"] = code,
        })]),
    }.ToJsonString();

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(HackLabRepository.Executable,
            arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string[] said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return string.Concat(said);
    }
}
