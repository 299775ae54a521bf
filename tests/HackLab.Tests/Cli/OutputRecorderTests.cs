using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;
using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class OutputRecorderTests
{
    private readonly DisplayRegistry _displays = new();

    [Fact]
    public void Neighbouring_text_of_one_stream_is_one_output_by_lines()
    {
        OutputRecorder output = new(_displays, 1);
        output.Stream(OutputStream.StandardOutput, "a");
        output.Stream(OutputStream.StandardOutput, "b\nc");
        output.Stream(OutputStream.StandardError, "e\n");
        output.Stream(OutputStream.StandardOutput, "d");
        JsonArray json = output.ToJson();
        Assert.Equal(["stdout", "stderr", "stdout"], json.Select(one => (string?)one!["name"]));
        Assert.Equal(["ab\n", "c"], ((JsonArray)json[0]!["text"]!).Select(line => (string?)line));
    }

    [Fact]
    public void A_display_is_updated_from_another_cell_in_every_place_it_was_shown()
    {
        OutputRecorder first = new(_displays, 1), second = new(_displays, 2);
        first.Display(MimeBundle.Text("0 %"), "bar");
        second.Display(MimeBundle.Text("0 %"), "bar");
        second.UpdateDisplay(MimeBundle.Text("100 %"), "bar");
        second.UpdateDisplay(MimeBundle.Text("nobody"), "unknown");
        Assert.Equal("100 %", MultilineText.Join(first.ToJson()[0]!["data"]!["text/plain"]));
        Assert.Equal("100 %", MultilineText.Join(second.ToJson()[0]!["data"]!["text/plain"]));
    }

    [Fact]
    public void Clearing_with_wait_happens_when_something_new_comes()
    {
        OutputRecorder output = new(_displays, 1);
        output.Stream(OutputStream.StandardOutput, "old");
        output.ClearOutput(wait: true);
        Assert.Equal("old", MultilineText.Join(output.ToJson()[0]!["text"]));
        output.Stream(OutputStream.StandardOutput, "new");
        Assert.Equal("new", MultilineText.Join(Assert.Single(output.ToJson())!["text"]));
        output.ClearOutput(wait: false);
        Assert.Empty(output.ToJson());
    }

    [Fact]
    public void Each_form_is_stored_as_nbformat_prescribes()
    {
        OutputRecorder output = new(_displays, 5);
        output.Result(new MimeBundle(
            new Dictionary<string, string> { ["text/html"] = "<b>\n</b>", ["image/png"] = "AAAA", ["application/vnd.x+json"] = "{\"a\":[1]}" },
            new Dictionary<string, string> { ["image/png"] = "{\"width\":10}" }));
        output.Error(new CellError("E", "m", ["l1", "l2"]));
        JsonArray json = output.ToJson();
        Assert.Equal("execute_result", (string?)json[0]!["output_type"]);
        Assert.Equal(5, (int)json[0]!["execution_count"]!);
        Assert.IsType<JsonArray>(json[0]!["data"]!["text/html"]);
        Assert.Equal("AAAA", (string?)json[0]!["data"]!["image/png"]);
        Assert.Equal(1, (int)json[0]!["data"]!["application/vnd.x+json"]!["a"]![0]!);
        Assert.Equal(10, (int)json[0]!["metadata"]!["image/png"]!["width"]!);
        Assert.Equal(("E", "m", 2), ((string?)json[1]!["ename"], (string?)json[1]!["evalue"], ((JsonArray)json[1]!["traceback"]!).Count));
    }

    [Fact]
    public void Endless_output_is_cut_with_a_sentence()
    {
        OutputRecorder output = new(_displays, 1);
        string piece = new('x', 1 << 20);
        for (int i = 0; i < 10; i++) output.Stream(OutputStream.StandardOutput, piece);
        string text = MultilineText.Join(Assert.Single(output.ToJson())!["text"]);
        Assert.True(text.Length < OutputRecorder.TextLimit + 2 * piece.Length);
        Assert.EndsWith("has written over 4 MB.\n", text, StringComparison.Ordinal);
    }
}
