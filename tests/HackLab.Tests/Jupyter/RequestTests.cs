using System.Text.Json;
using HackLab.Jupyter.Handlers;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;
using Xunit;
using Sent = HackLab.Tests.Jupyter.HandlerFixture.Sent;

namespace HackLab.Tests.Jupyter;

public sealed class RequestTests : IDisposable
{
    private readonly HandlerFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void Kernel_info_says_what_is_spoken_on_either_channel(string where)
    {
        List<Sent> sent = _fixture.Handle("kernel_info_request", new { }, channel: where == "shell" ? Channel.Shell : Channel.Control);
        Assert.Equal(["iopub:busy", $"{where}:kernel_info_reply", "iopub:idle"], sent.ConvertAll(m => m.ToString()));
        JsonElement info = sent[1].Content;
        Assert.Equal("5.4", info.GetProperty("protocol_version").GetString());
        Assert.Equal("hacklab", info.GetProperty("implementation").GetString());
        JsonElement language = info.GetProperty("language_info");
        Assert.Equal("C#", language.GetProperty("name").GetString());
        Assert.Equal(".cs", language.GetProperty("file_extension").GetString());
        Assert.Equal("text/x-csharp", language.GetProperty("mimetype").GetString());
    }

    [Fact]
    public void Kernel_info_does_not_wait_for_the_engine()
    {
        using var end = new ManualResetEventSlim();
        using var slow = new HandlerFixture(() =>
        {
            end.Wait(Zmtp.RawPeer.Patience);
            return new FakeKernel();
        });
        Assert.Contains(slow.Handle("kernel_info_request", new { }), m => m.Type == "kernel_info_reply");
        end.Set();
    }

    [Fact]
    public void Cursor_positions_are_code_points_outside_and_utf16_inside()
    {
        const string Code = "var s = \"\ud83d\ude00\"; Conso";   // the smiley is one code point and two UTF-16 units
        _fixture.Kernel.Completions = new CompletionResult([new CompletionItem("Console", "class", "static class Console")], 13, 18);
        JsonElement reply = Reply(_fixture.Handle("complete_request", new { code = Code, cursor_pos = 17 }));
        Assert.Equal((Code, 18), _fixture.Kernel.Asked);
        Assert.Equal("Console", reply.GetProperty("matches")[0].GetString());
        Assert.Equal(12, reply.GetProperty("cursor_start").GetInt32());
        Assert.Equal(17, reply.GetProperty("cursor_end").GetInt32());
        JsonElement typed = reply.GetProperty("metadata").GetProperty("_jupyter_types_experimental")[0];
        Assert.Equal("class", typed.GetProperty("type").GetString());
        Assert.Equal("static class Console", typed.GetProperty("signature").GetString());
    }

    [Fact]
    public void Code_points_and_utf16_convert_both_ways_at_every_place()
    {
        const string Text = "a\ud83d\ude00b\ud800c\udc00";   // a pair, and two lone halves
        int[] starts = [0, 1, 3, 4, 5, 6, 7];
        for (int point = 0; point < starts.Length; point++)
        {
            Assert.Equal(starts[point], CodePoints.ToUtf16(Text, point));
            Assert.Equal(point, CodePoints.FromUtf16(Text, starts[point]));
        }

        Assert.Equal(Text.Length, CodePoints.ToUtf16(Text, 99));
        Assert.Equal(Text.Length, CodePoints.ToUtf16(Text, null));
    }

    [Fact]
    public void Inspection_tells_whether_something_was_found()
    {
        Assert.False(Reply(_fixture.Handle("inspect_request", new { code = "x", cursor_pos = 1, detail_level = 0 })).GetProperty("found").GetBoolean());
        _fixture.Kernel.Inspection = MimeBundle.Of("text/markdown", "**x**");
        JsonElement found = Reply(_fixture.Handle("inspect_request", new { code = "x", cursor_pos = 1, detail_level = 1 }));
        Assert.True(found.GetProperty("found").GetBoolean());
        Assert.Equal("**x**", found.GetProperty("data").GetProperty("text/markdown").GetString());
    }

    [Theory]
    [InlineData(Completeness.Complete, "complete", null)]
    [InlineData(Completeness.Incomplete, "incomplete", "    ")]
    [InlineData(Completeness.Invalid, "invalid", null)]
    public void Completeness_comes_with_the_next_lines_indent(Completeness engine, string status, string? indent)
    {
        _fixture.Kernel.Completeness = engine;
        JsonElement reply = Reply(_fixture.Handle("is_complete_request", new { code = "if (x) {" }));
        Assert.Equal(status, reply.GetProperty("status").GetString());
        Assert.Equal(indent, reply.TryGetProperty("indent", out JsonElement value) ? value.GetString() : null);
    }

    [Theory]
    [InlineData("f(\n  a,", "  ")]
    [InlineData("  if (x) {  ", "      ")]
    [InlineData("\tint[] a = [", "\t    ")]
    [InlineData("int x =", "")]
    public void The_next_line_is_indented_as_the_last_and_deeper_after_a_bracket(string code, string indent) =>
        Assert.Equal(indent, CodeHandlers.NextIndent(code));

    [Fact]
    public void There_are_no_comms_and_one_that_is_opened_is_closed()
    {
        Assert.Empty(Reply(_fixture.Handle("comm_info_request", new { })).GetProperty("comms").EnumerateObject());
        List<Sent> sent = _fixture.Handle("comm_open", new { comm_id = "c1", target_name = "unknown", data = new { } });
        Assert.Equal(["iopub:busy", "iopub:comm_close", "iopub:idle"], sent.ConvertAll(m => m.ToString()));
        Assert.Equal("c1", sent[1].Text("comm_id"));
        Assert.Equal(2, _fixture.Handle("comm_msg", new { comm_id = "c1", data = new { } }).Count);
        Assert.Equal(2, _fixture.Handle("comm_close", new { comm_id = "c1", data = new { } }).Count);
        Assert.Empty(_fixture.Log);
    }

    [Fact]
    public void An_unknown_message_is_logged_and_leaves_the_kernel_idle()
    {
        Assert.Equal(["iopub:busy", "iopub:idle"], _fixture.Handle("make_coffee_request", new { }).ConvertAll(m => m.ToString()));
        Assert.Contains("make_coffee_request", Assert.Single(_fixture.Log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shutdown_is_told_to_all_and_ends_the_kernel_after_idle(bool restart)
    {
        List<Sent> sent = _fixture.Handle("shutdown_request", new { restart }, channel: Channel.Control);
        Assert.Equal(
            ["iopub:busy", "iopub:shutdown_reply", "control:shutdown_reply", "iopub:idle"], sent.ConvertAll(m => m.ToString()));
        Assert.Equal(restart, sent[2].Content.GetProperty("restart").GetBoolean());
        Assert.Equal(1, _fixture.Exits);
    }

    [Fact]
    public void An_interrupt_on_control_ends_a_cell_that_runs_on_shell()
    {
        using var running = new ManualResetEventSlim();
        _fixture.Kernel.Cell = (_, _, interrupted) =>
        {
            running.Set();
            interrupted.WaitHandle.WaitOne();
            interrupted.ThrowIfCancellationRequested();
        };
        Zmtp.Background<List<Sent>> cell = Zmtp.Background.Run(() => _fixture.Execute("forever"));
        Assert.True(running.Wait(Zmtp.RawPeer.Patience, TestContext.Current.CancellationToken));
        _fixture.Handle("interrupt_request", new { }, channel: Channel.Control);
        Sent reply = Assert.Single(cell.Join(), m => m.Type == "execute_reply");
        Assert.Equal("error", reply.Text("status"));
        Assert.Equal("OperationCanceledException", reply.Text("ename"));
    }

    private static JsonElement Reply(List<Sent> sent) => Assert.Single(sent, m => m.Where == "shell").Content;
}
