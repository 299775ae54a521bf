using System.Text;
using System.Text.Json;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;
using Xunit;
using Sent = HackLab.Tests.Jupyter.HandlerFixture.Sent;

namespace HackLab.Tests.Jupyter;

public sealed class ExecuteTests : IDisposable
{
    private readonly HandlerFixture _fixture = new();

    private FakeKernel Kernel => _fixture.Kernel;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Messages_come_in_the_order_of_the_specification()
    {
        Kernel.Cell = (_, output, _) =>
        {
            output.Stream(OutputStream.StandardOutput, "one");
            output.Display(MimeBundle.Text("two"), "id");
            output.UpdateDisplay(MimeBundle.Text("three"), "id");
            output.ClearOutput(wait: true);
            output.Stream(OutputStream.StandardError, "four");
            output.Result(MimeBundle.Text("five"));
        };
        Assert.Equal(
            ["iopub:busy", "iopub:execute_input", "iopub:stream", "iopub:display_data", "iopub:update_display_data", "iopub:clear_output",
                "iopub:stream", "iopub:execute_result", "shell:execute_reply", "iopub:idle"],
            Names(_fixture.Execute("x")));
    }

    [Fact]
    public void Every_message_has_its_request_as_parent()
    {
        Kernel.Cell = (_, output, _) => output.Stream(OutputStream.StandardOutput, "text");
        List<Sent> sent = _fixture.Execute("x");
        byte[] parent = Assert.Single(sent, m => m.Where == "shell").Request!.Header;
        Assert.All(sent, m => Assert.Equal(parent, m.Message.ParentHeader));
    }

    [Fact]
    public void Output_after_the_end_still_belongs_to_its_cell()
    {
        ICellOutput? first = null;
        Kernel.Cell = (_, output, _) => first ??= output;
        byte[] parent = _fixture.Execute("starts background work")[0].Message.ParentHeader;
        Kernel.Cell = (_, _, _) => first!.Stream(OutputStream.StandardOutput, "late");
        Sent late = Assert.Single(_fixture.Execute("another"), m => m.Type == "stream");
        Assert.Equal(parent, late.Message.ParentHeader);
    }

    [Fact]
    public void Executions_count_from_1_and_errors_count_too()
    {
        Assert.Equal(1, Reply(_fixture.Execute("a")).GetProperty("execution_count").GetInt32());
        Kernel.Cell = (_, _, _) => throw new InvalidOperationException("no");
        Assert.Equal(2, Reply(_fixture.Execute("b")).GetProperty("execution_count").GetInt32());
        Kernel.Cell = (_, _, _) => { };
        List<Sent> third = _fixture.Execute("c");
        Assert.Equal(3, Assert.Single(third, m => m.Type == "execute_input").Content.GetProperty("execution_count").GetInt32());
    }

    [Fact]
    public void An_error_is_an_error_message_and_an_error_reply()
    {
        Kernel.Cell = (_, _, _) => throw new InvalidOperationException("the reason");
        List<Sent> sent = _fixture.Execute("x");
        foreach (JsonElement told in new[] { Assert.Single(sent, m => m.Type == "error").Content, Reply(sent) })
        {
            Assert.Equal("InvalidOperationException", told.GetProperty("ename").GetString());
            Assert.Equal("the reason", told.GetProperty("evalue").GetString());
            Assert.Equal(2, told.GetProperty("traceback").GetArrayLength());
        }

        Assert.Equal("error", Reply(sent).GetProperty("status").GetString());
    }

    [Fact]
    public void Cells_that_wait_when_one_fails_are_aborted_and_later_ones_run()
    {
        Kernel.Cell = (_, _, _) => throw new InvalidOperationException("no");
        _fixture.NewestWaiting = 3;
        _fixture.Execute("fails");
        Kernel.Cell = (_, _, _) => { };
        for (int i = 2; i <= 3; i++)
        {
            List<Sent> sent = _fixture.Execute("waits");
            Assert.Equal(["iopub:busy", "shell:execute_reply", "iopub:idle"], Names(sent));
            Assert.Equal("aborted", Reply(sent).GetProperty("status").GetString());
        }

        Assert.Equal("ok", Reply(_fixture.Execute("later")).GetProperty("status").GetString());
        Assert.Equal(["fails", "later"], Kernel.Executed.Select(cell => cell.Code));
    }

    [Fact]
    public void Other_requests_are_not_aborted()
    {
        Kernel.Cell = (_, _, _) => throw new InvalidOperationException("no");
        _fixture.NewestWaiting = 9;
        _fixture.Execute("fails");
        Assert.Equal("ok", Reply(_fixture.Handle("kernel_info_request", new { })).GetProperty("status").GetString());
    }

    [Fact]
    public void Without_stop_on_error_nothing_is_aborted()
    {
        Kernel.Cell = (_, _, _) => throw new InvalidOperationException("no");
        _fixture.NewestWaiting = 9;
        _fixture.Handle("execute_request", new { code = "a", stop_on_error = false });
        Assert.Equal("error", Reply(_fixture.Execute("b")).GetProperty("status").GetString());
    }

    [Fact]
    public void A_silent_cell_shows_and_counts_nothing()
    {
        Kernel.Cell = (_, output, _) => output.Result(MimeBundle.Text("hidden"));
        List<Sent> sent = _fixture.Handle("execute_request", new { code = "x", silent = true });
        Assert.Equal(["iopub:busy", "shell:execute_reply", "iopub:idle"], Names(sent));
        Assert.Equal(0, Reply(sent).GetProperty("execution_count").GetInt32());
        Assert.True(Assert.Single(Kernel.Executed).Silent);
        Assert.Empty(HistoryOf(new { hist_access_type = "tail", n = 9, output = false, raw = true }));
    }

    [Fact]
    public void Without_store_history_the_count_stays()
    {
        _fixture.Execute("a");
        List<Sent> sent = _fixture.Handle("execute_request", new { code = "x", store_history = false });
        Assert.Equal(1, Reply(sent).GetProperty("execution_count").GetInt32());
        Assert.Single(HistoryOf(new { hist_access_type = "tail", n = 9, output = false, raw = true }));
    }

    [Theory]
    [InlineData("polyglot_notebook", "kernelName")]
    [InlineData("dotnet_interactive", "language")]
    public void A_polyglot_cell_keeps_its_language(string section, string name)
    {
        var metadata = new Dictionary<string, object> { [section] = new Dictionary<string, string> { [name] = "markdown" } };
        _fixture.Handle("execute_request", new { code = "# title" }, metadata);
        Assert.Equal("markdown", Assert.Single(Kernel.Executed).Language);
    }

    [Fact]
    public void User_expressions_are_evaluated_after_the_cell_and_show_nothing()
    {
        Kernel.Cell = (cell, output, _) =>
        {
            if (cell.Code == "bad") throw new InvalidOperationException("no such thing");
            output.Stream(OutputStream.StandardOutput, "noise");
            output.Result(MimeBundle.Text("value of " + cell.Code));
        };
        List<Sent> sent = _fixture.Handle("execute_request", new { code = "cell", user_expressions = new { good = "a", wrong = "bad" } });
        JsonElement expressions = Reply(sent).GetProperty("user_expressions");
        Assert.Equal("value of a", expressions.GetProperty("good").GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal("error", expressions.GetProperty("wrong").GetProperty("status").GetString());
        Assert.Equal("no such thing", expressions.GetProperty("wrong").GetProperty("evalue").GetString());
        Assert.Single(sent, m => m.Type == "stream");
        Assert.DoesNotContain(sent, m => m.Type == "error");
    }

    [Fact]
    public void Json_types_are_json_and_everything_else_is_text()
    {
        Kernel.Cell = (_, output, _) => output.Display(
            new MimeBundle(
                new Dictionary<string, string>
                {
                    ["application/vnd.x.v1+json"] = "{\"a\":[1]}",
                    ["application/json"] = "not json",
                    ["text/html"] = "<b>\ud83d\ude00\ud800</b>",   // a smiley, and half of one
                },
                new Dictionary<string, string> { ["image/png"] = "{\"width\":10}" }),
            "shown");
        JsonElement content = Assert.Single(_fixture.Execute("x"), m => m.Type == "display_data").Content;
        Assert.Equal(1, content.GetProperty("data").GetProperty("application/vnd.x.v1+json").GetProperty("a")[0].GetInt32());
        Assert.Equal("not json", content.GetProperty("data").GetProperty("application/json").GetString());
        Assert.Equal("<b>\ud83d\ude00\ufffd</b>", content.GetProperty("data").GetProperty("text/html").GetString());
        Assert.Equal(10, content.GetProperty("metadata").GetProperty("image/png").GetProperty("width").GetInt32());
        Assert.Equal("shown", content.GetProperty("transient").GetProperty("display_id").GetString());
    }

    [Fact]
    public void A_cell_without_code_is_an_error_reply_and_the_kernel_goes_on()
    {
        JsonElement reply = Reply(_fixture.Handle("execute_request", new { silent = false }));
        Assert.Equal("error", reply.GetProperty("status").GetString());
        Assert.Contains("\"code\"", reply.GetProperty("evalue").GetString(), StringComparison.Ordinal);
        Assert.Equal("ok", Reply(_fixture.Execute("x")).GetProperty("status").GetString());
    }

    [Fact]
    public void An_engine_that_cannot_start_is_told_to_whoever_runs_a_cell()
    {
        using var broken = new HandlerFixture(() => throw new InvalidOperationException("no compiler"));
        List<Sent> sent = broken.Execute("x");
        Assert.Equal("error", Reply(sent).GetProperty("status").GetString());
        Assert.Contains("no compiler", Assert.Single(sent, m => m.Type == "error").Text("evalue"), StringComparison.Ordinal);
        Assert.Equal("ok", Reply(broken.Handle("kernel_info_request", new { })).GetProperty("status").GetString());
    }

    [Fact]
    public void A_cell_that_waits_for_the_engine_can_be_interrupted()
    {
        using var ready = new ManualResetEventSlim();
        using var slow = new HandlerFixture(() =>
        {
            ready.Wait(Zmtp.RawPeer.Patience);
            return new FakeKernel();
        });
        Zmtp.Background<List<Sent>> cell = Zmtp.Background.Run(() => slow.Execute("x"));
        while (!cell.HasEnded) slow.Handle("interrupt_request", new { }, channel: Channel.Control);   // may come before the cell
        Assert.Equal("error", Reply(cell.Join()).GetProperty("status").GetString());
        ready.Set();
    }

    [Fact]
    public void History_answers_tail_range_and_search()
    {
        Kernel.Cell = (cell, output, _) => output.Result(MimeBundle.Text("[" + cell.Code + "]"));
        foreach (string code in new[] { "1 + 1", "2 + 2", "1 + 1", "other" }) _fixture.Execute(code);
        Assert.Equal(["1:3:1 + 1", "1:4:other"], HistoryOf(new { hist_access_type = "tail", n = 2, output = false, raw = true }));
        Assert.Equal(["1:2:2 + 2"], HistoryOf(new { hist_access_type = "range", session = 1, start = 2, stop = 3, output = false, raw = true }));
        Assert.Empty(HistoryOf(new { hist_access_type = "range", session = -1, start = 0, output = false, raw = true }));
        Assert.Equal(
            ["1:1:1 + 1", "1:2:2 + 2", "1:3:1 + 1"], HistoryOf(new { hist_access_type = "search", pattern = "?*+*", output = false, raw = true }));
        Assert.Equal(
            ["1:2:2 + 2", "1:3:1 + 1"],
            HistoryOf(new { hist_access_type = "search", pattern = "?*+*", unique = true, output = false, raw = true }));
        Assert.Equal(["1:4:other=[other]"], HistoryOf(new { hist_access_type = "tail", n = 1, output = true, raw = true }));
    }

    private static JsonElement Reply(List<Sent> sent) => Assert.Single(sent, m => m.Where == "shell").Content;

    private static List<string> Names(List<Sent> sent) => sent.ConvertAll(m => m.ToString());

    private List<string> HistoryOf(object request) =>
    [
        .. Reply(_fixture.Handle("history_request", request)).GetProperty("history").EnumerateArray().Select(e =>
            $"{e[0]}:{e[1]}:" + (e[2].ValueKind == JsonValueKind.Array ? $"{e[2][0]}={e[2][1]}" : e[2].GetString())),
    ];
}
