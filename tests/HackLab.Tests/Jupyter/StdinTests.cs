using HackLab.Jupyter.Messages;
using HackLab.Kernel;
using Xunit;
using Sent = HackLab.Tests.Jupyter.HandlerFixture.Sent;

namespace HackLab.Tests.Jupyter;

public sealed class StdinTests : IDisposable
{
    private readonly HandlerFixture _fixture = new();

    public StdinTests()
    {
        _fixture.Kernel.Cell = (_, output, interrupted) =>
            output.Result(MimeBundle.Text(output.RequestInput("name? ", password: true, interrupted) ?? "nobody"));
    }

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void The_client_that_runs_the_cell_is_asked_and_its_answer_returns()
    {
        _fixture.OnAsked = _ => Answer("Ada");
        List<Sent> sent = _fixture.Execute("ask");
        Sent question = Assert.Single(sent, m => m.Where == "stdin");
        Assert.Equal("input_request", question.Type);
        Assert.Equal("name? ", question.Text("prompt"));
        Assert.True(question.Content.GetProperty("password").GetBoolean());
        Assert.Equal("Ada", Result(sent));
    }

    [Fact]
    public void Answers_of_others_and_to_older_questions_are_ignored()
    {
        Answer("before anyone asked");
        _fixture.OnAsked = _ =>
        {
            Answer("from another client", client: "other");
            Answer("right");
        };
        Assert.Equal("right", Result(_fixture.Execute("ask")));
    }

    [Fact]
    public void An_answer_that_comes_after_the_interrupt_does_not_answer_the_next_question()
    {
        using var asked = new ManualResetEventSlim();
        _fixture.OnAsked = _ => asked.Set();
        Zmtp.Background<List<Sent>> cell = Zmtp.Background.Run(() => _fixture.Execute("ask"));
        Assert.True(asked.Wait(Zmtp.RawPeer.Patience, TestContext.Current.CancellationToken));
        _fixture.Handle("interrupt_request", new { }, channel: Channel.Control);
        cell.Join();
        Answer("late", parent: new { msg_id = "question-1" });
        _fixture.OnAsked = _ => Answer("new");
        Assert.Equal("new", Result(_fixture.Execute("ask")));
    }

    [Fact]
    public void Nobody_is_asked_if_the_client_does_not_allow_it_or_cannot_be_reached()
    {
        List<Sent> sent = _fixture.Handle("execute_request", new { code = "ask", allow_stdin = false });
        Assert.DoesNotContain(sent, m => m.Where == "stdin");
        Assert.Equal("nobody", Result(sent));
        _fixture.StdinReachable = false;
        Assert.Equal("nobody", Result(_fixture.Execute("ask")));
    }

    [Fact]
    public void Nobody_is_asked_for_a_cell_that_has_ended()
    {
        ICellOutput? ended = null;
        _fixture.Kernel.Cell = (_, output, _) => ended = output;
        _fixture.Execute("starts background work");
        Assert.Null(ended!.RequestInput("hello?", password: false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_interrupt_ends_the_wait_and_the_next_cell_can_ask_again()
    {
        using var asked = new ManualResetEventSlim();
        _fixture.OnAsked = _ => asked.Set();
        Zmtp.Background<List<Sent>> cell = Zmtp.Background.Run(() => _fixture.Execute("ask"));
        Assert.True(asked.Wait(Zmtp.RawPeer.Patience, TestContext.Current.CancellationToken));
        _fixture.Handle("interrupt_request", new { }, channel: Channel.Control);
        Assert.Equal("error", Assert.Single(cell.Join(), m => m.Type == "execute_reply").Text("status"));
        _fixture.OnAsked = _ => Answer("again");
        Assert.Equal("again", Result(_fixture.Execute("ask")));
    }

    [Fact]
    public void Thread_Interrupt_ends_the_wait_as_an_interrupt()
    {
        using var asked = new ManualResetEventSlim();
        Thread? waiting = null;
        _fixture.OnAsked = _ => asked.Set();
        _fixture.Kernel.Cell = (_, output, _) =>
        {
            waiting = Thread.CurrentThread;
            output.RequestInput("? ", password: false, CancellationToken.None);
        };
        Zmtp.Background<List<Sent>> cell = Zmtp.Background.Run(() => _fixture.Execute("ask"));
        Assert.True(asked.Wait(Zmtp.RawPeer.Patience, TestContext.Current.CancellationToken));
        waiting!.Interrupt();
        Assert.Equal("OperationCanceledException", Assert.Single(cell.Join(), m => m.Type == "execute_reply").Text("ename"));
    }

    private void Answer(string value, string client = "client", object? parent = null) =>
        _fixture.Stdin.Receive(HandlerFixture.Message("input_reply", new { value }, parent: parent, client: client));

    private static string? Result(List<Sent> sent) =>
        Assert.Single(sent, m => m.Type == "execute_result").Content.GetProperty("data").GetProperty("text/plain").GetString();
}
