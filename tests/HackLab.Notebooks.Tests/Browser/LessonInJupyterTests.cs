using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HackLab.Notebooks.Tests.Browser;

/// <summary>The first lesson as a learner meets it: Jupyter Notebook in a browser.</summary>
public class LessonInJupyterTests
{
    /// <summary>Names a file to keep a picture in, from HackLab's folder on; the README shows it.</summary>
    private const string ScreenshotVariable = "HACKLAB_SCREENSHOT";

    private const string Lesson = "higgs/1-beginner";

    [Fact]
    public async Task A_learner_runs_the_lesson_and_stops_an_endless_loop()
    {
        if (InstalledPrograms.Missing is { } missing) Assert.Skip(missing);
        int kernel;
        await using (JupyterServer server = await JupyterServer.StartAsync("class"))
        {
            await using ChromiumBrowser browser = await ChromiumBrowser.StartAsync();
            var notebook = new ClassicNotebook(browser.Page);
            try
            {
                await notebook.OpenAsync(server.AddressOf(Lesson));
                Assert.Equal("hacklab", await notebook.KernelAsync(), ignoreCase: true);
                await EveryCellRunsAsync(notebook);
                await FiguresAreSeenAsync(notebook);
                await TextIsRenderedAsync(notebook);
                await KeepPictureAsync(browser.Page, notebook);
                kernel = await InterruptWorksAsync(notebook);
            }
            catch (Exception error) when (error is PlaywrightException or TimeoutException)
            {
                throw new InvalidOperationException($"{error.Message}\nCells: {await notebook.StateAsync()}\nJupyter said:\n{server.Log}", error);
            }
        }
        Assert.True(IsGone(kernel), $"the kernel, process {kernel}, is still there");
    }

    private static async Task EveryCellRunsAsync(ClassicNotebook notebook)
    {
        await notebook.WatchFiguresAsync(await notebook.FindAsync("Watch(steps"));
        await notebook.RunAllAsync();
        IReadOnlyList<ShownCell> cells = await notebook.CodeCellsAsync();
        Assert.Equal(Lessons.AllLessons.Read(Lesson).Code.Count(), cells.Count);
        Assert.Equal(Enumerable.Range(1, cells.Count), cells.Select(cell => cell.Number ?? 0));
        Assert.All(cells, cell => Assert.False(cell.HasError, $"cell {cell.Index}: {cell.Text}"));
        string[] curves = await notebook.FiguresSeenAsync();
        Assert.True(curves.Length >= 2, $"the learning curve did not move; seen: {string.Join(" | ", curves)}");
        Assert.Contains("200 steps", curves[^1], StringComparison.Ordinal);
    }

    private static async Task FiguresAreSeenAsync(ClassicNotebook notebook)
    {
        IReadOnlyList<ShownCell> cells = await notebook.CodeCellsAsync();
        ShownFigure[] figures = [.. cells.SelectMany(cell => cell.Figures)];
        Assert.True(figures.Length >= 6, $"{figures.Length} figures");
        Assert.All(figures, figure =>
        {
            Assert.True(figure.IsShown, figure.Title);
            Assert.True(figure.Width >= 200 && figure.Height >= 150, $"{figure.Title}: {figure.Width} × {figure.Height}");
            Assert.True(figure.Marks >= 5 && figure.Texts >= 5, $"{figure.Title}: {figure.Marks} marks, {figure.Texts} texts");
        });
        int roc = await notebook.FindAsync("(\"logistic regression\", score)");
        Match area = Regex.Match(cells.Single(cell => cell.Index == roc).Text, @"logistic regression: area (0\.\d+)");
        Assert.True(area.Success, "the ROC figure does not show its area");
        Assert.InRange(double.Parse(area.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 0.60, 0.70);
    }

    private static async Task TextIsRenderedAsync(ClassicNotebook notebook)
    {
        string source = string.Concat(Lessons.AllLessons.Read(Lesson).Markdown.Select(cell => cell.Source));
        ShownText shown = await notebook.TextAsync();
        Assert.Equal(Regex.Count(source, "<details>"), shown.FoldOuts);
        Assert.Equal(Regex.Count(source, @"!\["), shown.Pictures);
        Assert.True(shown.Formulas >= 2, $"{shown.Formulas} formulas");
    }

    /// <returns>The kernel's process.</returns>
    private static async Task<int> InterruptWorksAsync(ClassicNotebook notebook)
    {
        int loop = await notebook.AppendAsync("Console.WriteLine(\"looping\");\nlong rounds = 0;\nwhile (true) rounds++;");
        await notebook.RunAsync(loop);
        await notebook.WaitForOutputAsync(loop, "looping");
        await notebook.InterruptAsync();
        await notebook.WaitForEndAsync(loop);
        int next = await notebook.AppendAsync("Console.WriteLine($\"{train.Count} events are still here, {rounds > 0}; process {Environment.ProcessId}.\");");
        await notebook.RunAsync(next);
        await notebook.WaitForEndAsync(next);
        await notebook.WaitForOutputAsync(next, "process");
        Match said = Regex.Match(await notebook.OutputAsync(next), @"4000 events are still here, True; process (\d+)\.");
        Assert.True(said.Success, await notebook.OutputAsync(next));
        return int.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static async Task KeepPictureAsync(IPage page, ClassicNotebook notebook)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotVariable) is not { Length: > 0 } path) return;
        await notebook.ScrollToAsync(await notebook.FindAsync("\"jet_1_phi\", \"lepton_pT\"") - 1);
        await page.ScreenshotAsync(new() { Path = Path.GetFullPath(path, Lessons.HackLabRepository.Root) });
    }

    /// <summary>Jupyter waits for its kernels, so the process has ended; an id used anew would belong to another program.</summary>
    private static bool IsGone(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return process.WaitForExit(TimeSpan.FromSeconds(60));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
