using System.Text.Json.Nodes;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Release;

/// <summary>A lesson of a few cells with its exercises, in a folder of notebooks of its own, to be spoilt and released.</summary>
internal sealed class SmallLesson : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallLesson()
    {
        File.Copy(Path.Combine(HackLabRepository.Root, "notebooks", "misconceptions.json"), Path.Combine(_folder.Path, "misconceptions.json"));
        Directory.CreateDirectory(Path.Combine(Topic, "solutions"));
        Notebook = new JsonObject
        {
            ["cells"] = new JsonArray(
            [
                Text("card", "# Small\n\n[a picture](../../images/x.svg)"),
                Code("load", $"#r \"{Path.Combine(HackLabRepository.LabFolder, "HackLab.dll")}\"\nusing HackLab;\nusing static HackLab.Lab;"),
                Code("open", "Open(\"small/1-test\")"),
                Text("tell", "### Exercise 1 · Mean\n\n**Goal** the mean."),
                Code("mean", "double[] x = [1, 2, 3, 6];\ndouble mean = x.Average();   //!\n//? double mean = Blank<double>();   // of x\nCheck(\"SMA-B-1\", mean);"),
                Text("next", "Next."),
                Code("bug", "double Spread(double[] v) => v.Max() - v.Min();   //!\n//? double Spread(double[] v) => v.Max() + v.Min();\nCheck(\"SMA-B-2\", Spread);"),
                Text("quiz-text", "a or b?"),
                Code("quiz", "Quiz(\"SMA-B-Q1\", 'b');   //!\n//? Quiz(\"SMA-B-Q1\", '?');   // a or b"),
                Code("tutor", "Console.WriteLine(\"for tutors\");", "tutor"),
                Text("end", "The end."),
            ]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        Draft = (JsonObject)JsonNode.Parse("""
            {
              "lesson": "small/1-test",
              "exercises": [
                { "id": "SMA-B-1", "title": "the mean", "probes": [{ "kind": "shape", "shape": [] }, { "kind": "reference", "tolerance": 0.001 }],
                  "wrong": [{ "code": "double mean = x.Sum();", "message": "that is the sum" }, { "code": "double mean = x.Sum() / 3;", "misconception": "counted-from-one" }],
                  "hints": ["How many are there?", "Add them up.", "Divide by 4."], "why": "That is what a mean is." },
                { "id": "SMA-B-2", "title": "the spread", "budgetSeconds": 30, "probes": [{ "kind": "calls", "calls": [{ "inputs": [[1, 5]] }, { "inputs": [[-2, 3, 4]] }] }],
                  "wrong": [{ "code": "double Spread(double[] v) => v.Max();", "message": "that is the largest" }, { "code": "double Spread(double[] v) => v.Min() - v.Max();", "misconception": "sign-lost" }],
                  "hints": ["Can a spread be negative?", "Two values matter.", "The largest and the smallest."], "why": "From the smallest to the largest." }
              ],
              "quizzes": [{ "id": "SMA-B-Q1", "question": "a or b?", "right": "b", "options": [{ "text": "a", "reply": "no" }, { "text": "b", "reply": "yes" }] }],
              "bands": [{ "what": "mean", "value": "mean", "smoke": [2.9, 3.1] }]
            }
            """)!;
    }

    public JsonObject Notebook { get; }

    public JsonObject Draft { get; }

    public string Notebooks => _folder.Path;

    public string Topic => Path.Combine(_folder.Path, "small");

    public JsonNode Exercise(int number) => Draft["exercises"]![number]!;

    /// <summary>Changes the code of a cell.</summary>
    public void Write(string cell, string source) =>
        ((JsonArray)Notebook["cells"]!).Single(one => (string)one!["id"]! == cell)!["source"] = source;

    /// <summary>Writes both files and releases them.</summary>
    public async Task<(int ExitCode, string Said)> ReleaseAsync(params string[] more)
    {
        Save();
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(HackLabRepository.Executable, ["release", "--notebooks", Notebooks, .. more])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        string[] said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    public void Dispose() => _folder.Dispose();

    private void Save()
    {
        File.WriteAllText(Path.Combine(Topic, "solutions", "1-test.ipynb"), Notebook.ToJsonString());
        File.WriteAllText(Path.Combine(Topic, "solutions", "1-test.json"), Draft.ToJsonString());
    }

    private static JsonObject Text(string id, string source) =>
        new() { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = source };

    private static JsonObject Code(string id, string source, params string[] tags) => new()
    {
        ["cell_type"] = "code", ["execution_count"] = null, ["id"] = id, ["outputs"] = new JsonArray(), ["source"] = source,
        ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
    };
}
