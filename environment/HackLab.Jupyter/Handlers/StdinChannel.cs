using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>Asks the person at the client that runs the cell, and waits for the answer.</summary>
internal sealed class StdinChannel(IOutbox outbox) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly object _gate = new();
    private Question? _pending;

    /// <summary>Sends the prompt; the line that came back, or null if the client cannot be reached.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Ask(JupyterMessage request, string prompt, bool password, CancellationToken cancellation)
    {
        try
        {
            _oneAtATime.Wait(cancellation);
        }
        catch (ThreadInterruptedException fault)
        {
            throw new OperationCanceledException("interrupted while waiting to ask", fault, cancellation);
        }

        try
        {
            return AskOne(request, prompt, password, cancellation);
        }
        catch (ThreadInterruptedException fault)
        {
            throw new OperationCanceledException("interrupted while waiting for input", fault, cancellation);
        }
        finally
        {
            lock (_gate) _pending = null;
            _oneAtATime.Release();
        }
    }

    /// <summary>Takes an input_reply. One that nobody waits for any more is ignored.</summary>
    public void Receive(JupyterMessage reply)
    {
        if (reply.Type != "input_reply") return;
        lock (_gate)
        {
            if (_pending is not { } question || !reply.Identities[0].AsSpan().SequenceEqual(question.Client)) return;
            // Most clients leave the parent header empty here; where it is set it tells a late answer from the right one.
            if (reply.ParentId.Length > 0 && question.Id is not null && reply.ParentId != question.Id) return;
            question.Answer = JsonContent.Text(reply.Content, "value", "");
            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private string? AskOne(JupyterMessage request, string prompt, bool password, CancellationToken cancellation)
    {
        byte[] content = JsonContent.Object(json =>
        {
            json.WriteString("prompt", prompt);
            json.WriteBoolean("password", password);
        });
        var question = new Question(request.Identities[0]);
        lock (_gate) _pending = question;   // before it is sent: the answer may be quicker than we are
        string? id = outbox.Ask(request, new OutgoingMessage("input_request", request.Header, content), cancellation);
        if (id is null) return null;
        using CancellationTokenRegistration registration = cancellation.Register(Pulse);
        lock (_gate)
        {
            question.Id = id;
            while (question.Answer is null)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }

            return question.Answer;
        }
    }

    private void Pulse()
    {
        lock (_gate) Monitor.PulseAll(_gate);
    }

    private sealed class Question(byte[] client)
    {
        public byte[] Client => client;

        public string? Id { get; set; }

        public string? Answer { get; set; }
    }
}
