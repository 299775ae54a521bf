using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HackLab.Cli.Doctor;
using HackLab.Cli.Engines;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;

namespace HackLab.Cli.Release;

/// <summary>
/// Makes slides of an executed lesson, for who walks a group through it: nbconvert writes them, and all that they load in the browser
/// lies beside them, so that they work without a network. A section is a column of slides; each cell of code has a slide of its own.
/// </summary>
internal static partial class SlideShow
{
    private static readonly string Web = Path.Combine(AppContext.BaseDirectory, "web");

    // From the flat folder beside the program to the places where nbconvert's template looks.
    private static readonly (string From, string To)[] Parts =
    [
        ("reveal/reveal.js", "dist/reveal.js"), ("reveal/reveal.css", "dist/reveal.css"), ("reveal/white.css", "dist/theme/white.css"),
        ("reveal/notes.js", "plugin/notes/notes.js"), ("reveal/require.js", "require.js"), ("reveal/jquery.min.js", "jquery.min.js"),
        ("katex/katex.min.js", "katex/katex.min.js"), ("katex/katex.min.css", "katex/katex.min.css"), ("katex/auto-render.min.js", "katex/auto-render.min.js"),
    ];

    /// <summary>Runs the learners' edition of a lesson and writes its slides into the topic's folder below <paramref name="folder"/>.</summary>
    /// <returns>The slides' path.</returns>
    /// <exception cref="UsageException">A cell failed; or nbconvert is not installed, or failed: the message says what it said.</exception>
    public static async Task<string> MakeAsync(LessonPlace place, string scale, string folder, IRunProgress progress, CancellationToken stop)
    {
        Notebook notebook = NotebookReader.Read(place.Student);
        ICellEngine engine = await ChildEngine.StartAsync(place.Folder, new Dictionary<string, string> { ["HACKLAB_SCALE"] = scale });
        progress.Begin(place.Name, notebook.Cells.Count);
        var runner = new NotebookRunner(engine, new RunOptions { Scale = scale }, progress);
        await using (engine)
        {
            if ((await runner.RunAsync(notebook, place.Name, stop)).FirstOrDefault(cell => cell.IsFailure) is { } failed)
                throw new UsageException($"{place.Name}: cell {failed.Number} ({failed.Title}) failed: {failed.Error?.Message ?? failed.Reason}");
        }
        runner.WriteOutputs();
        return await WriteAsync(notebook, place.Level, place.Folder, Path.Combine(folder, place.Topic));
    }

    /// <summary>Writes <c>NAME.slides.html</c>, and what it loads, into a folder.</summary>
    /// <param name="notebook">The executed lesson; its cells are split and marked.</param>
    /// <param name="name">What the slides are called.</param>
    /// <param name="pictures">The folder from which the lesson's pictures are seen.</param>
    /// <param name="folder">Where they go.</param>
    /// <returns>The slides' path.</returns>
    /// <exception cref="UsageException">nbconvert is not installed, or failed; the message says what it said.</exception>
    private static async Task<string> WriteAsync(Notebook notebook, string name, string pictures, string folder)
    {
        Directory.CreateDirectory(folder);
        Mark(notebook);
        foreach (NotebookCell cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)) cell.Source = PicturesInside(cell.Source, pictures);
        string source = Path.Combine(folder, $"{name}.ipynb");
        AtomicFile.Write(source, notebook.ToJson());
        bool offline = Parts.All(part => File.Exists(Path.Combine(Web, part.From)));
        if (offline) CopyParts(Path.Combine(folder, "parts"));
        string[] local = offline
            ? ["--SlidesExporter.reveal_url_prefix=parts", "--SlidesExporter.require_js_url=parts/require.js", "--SlidesExporter.jquery_url=parts/jquery.min.js"]
            : [];
        await NbconvertAsync([source, "--to", "slides", "--output-dir", folder, "--SlidesExporter.reveal_theme=white", "--SlidesExporter.reveal_scroll=True", .. local]);
        File.Delete(source);
        string slides = Path.Combine(folder, $"{name}.slides.html");
        if (offline) AtomicFile.Write(slides, WithKatex(File.ReadAllText(slides)));
        return slides;
    }

    /// <summary>Splits texts at their headings, and says of each cell where a slide begins.</summary>
    internal static void Mark(Notebook notebook)
    {
        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            NotebookCell cell = notebook.Cells[i];
            if (cell.Kind != CellKind.Markdown) continue;
            string[] parts = [.. SplitAtHeadings(cell.Source)];
            cell.Source = parts[0];
            for (int part = 1; part < parts.Length; part++) notebook.Insert(++i, NotebookCell.Create("markdown", parts[part], $"{cell.Id}-{part}"));
        }
        foreach (NotebookCell cell in notebook.Cells)
        {
            int level = Headings.In(cell.Kind == CellKind.Markdown ? cell.Source : "").Select(heading => heading.Level).DefaultIfEmpty(0).First();
            string type = cell.Kind == CellKind.Code || level >= 3 ? "subslide" : level > 0 ? "slide" : "subslide";
            cell.Metadata["slideshow"] = new JsonObject { ["slide_type"] = type };
        }
    }

    private static IEnumerable<string> SplitAtHeadings(string markdown)
    {
        var part = new List<string>();
        bool fenced = false;
        foreach (string line in markdown.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            if (!fenced && line.StartsWith('#') && part.Any(before => before.Trim().Length > 0))
            {
                yield return string.Join('\n', part);
                part.Clear();
            }
            part.Add(line);
        }
        yield return string.Join('\n', part);
    }

    private static string PicturesInside(string markdown, string folder) => Picture().Replace(markdown, match =>
    {
        string file = Path.Combine(folder, match.Groups[2].Value);
        string? kind = Path.GetExtension(file).ToLowerInvariant() switch { ".svg" => "image/svg+xml", ".png" => "image/png", _ => null };
        return kind is null || !File.Exists(file) ? match.Value : $"<img alt=\"{match.Groups[1].Value}\" src=\"data:{kind};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}\">";
    });

    private static void CopyParts(string folder)
    {
        foreach ((string from, string to) in Parts)
        {
            string text = File.ReadAllText(Path.Combine(Web, from));
            // Themes ask a server for fonts; every machine has some of its own.
            AtomicFile.Write(Path.Combine(folder, to), to.EndsWith("white.css", StringComparison.Ordinal) ? Import().Replace(text, "") : text);
        }
        foreach (string font in Directory.EnumerateFiles(Path.Combine(Web, "katex", "fonts")))
            AtomicFile.Write(Path.Combine(folder, "katex", "fonts", Path.GetFileName(font)), File.ReadAllBytes(font));
    }

    private static async Task NbconvertAsync(string[] arguments)
    {
        (string Program, string[] First)[] ways = [("jupyter-nbconvert", []), ("python3", ["-m", "nbconvert"]), ("/usr/bin/python3", ["-m", "nbconvert"]), ("python", ["-m", "nbconvert"])];
        string said = "";
        foreach ((string program, string[] first) in ways)
        {
            if ((File.Exists(program) ? program : Programs.Find(program)) is not { } path) continue;
            using Process process = Process.Start(new ProcessStartInfo(path, [.. first, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string[] output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if (process.ExitCode == 0) return;
            string words = string.Concat(output).Trim();
            if (!words.Contains("No module named", StringComparison.Ordinal)) said = words;
        }
        throw new UsageException(said.Length == 0 ? "Slides need nbconvert, which is part of Jupyter; it was not found. Debian: apt install jupyter-nbconvert; else: pip install nbconvert."
            : $"nbconvert made no slides. It said: {said.Split('\n')[^1]}");
    }

    // MathJax, for which the template is written, is thirty times as large; where it asks for it, nothing answers.
    private static string WithKatex(string html) => MathJax().Replace(html, "").Replace("</head>", """
        <script>window.MathJax = { Hub: { getAllJax() { return null; }, Config() {}, Queue() {}, Configured() {} } };</script>
        <link rel="stylesheet" href="parts/katex/katex.min.css">
        <style>.reveal h1, .reveal h2, .reveal h3 { text-transform: none; }</style>
        <script>window.savedDefine = window.define; window.define = undefined;</script>
        <script src="parts/katex/katex.min.js"></script>
        <script src="parts/katex/auto-render.min.js"></script>
        <script>window.define = window.savedDefine;
        document.addEventListener('DOMContentLoaded', () => renderMathInElement(document.body, { throwOnError: false, delimiters: [
          { left: '$$', right: '$$', display: true }, { left: '$', right: '$', display: false }] }));</script>
        </head>
        """, StringComparison.Ordinal);

    [GeneratedRegex("""<script[^>]*src="[^"]*[Mm]ath[Jj]ax[^"]*"[^>]*>\s*</script>""")]
    private static partial Regex MathJax();

    [GeneratedRegex("""@import [^;]*;""")]
    private static partial Regex Import();

    [GeneratedRegex("""!\[([^\]]*)\]\(([^)\s]+)\)""")]
    private static partial Regex Picture();
}
