namespace HackLab.Jupyter.Messages;

/// <summary>Where handlers put their messages. With sockets behind it, or, in tests, a list.</summary>
internal interface IOutbox
{
    /// <summary>Answers a request on the channel on which it came.</summary>
    void Reply(Channel channel, JupyterMessage request, OutgoingMessage reply);

    /// <summary>Tells every client.</summary>
    /// <param name="message">What.</param>
    /// <param name="wait">True to go as slow as the slowest client that reads.</param>
    void Publish(OutgoingMessage message, bool wait = true);

    /// <summary>Asks the client that sent a request, on its stdin channel, and returns the question's msg_id; null if it cannot be reached.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for the client to connect that channel.</exception>
    string? Ask(JupyterMessage request, OutgoingMessage question, CancellationToken cancellation);
}

/// <summary>The two channels on which requests come.</summary>
internal enum Channel
{
    /// <summary>Requests in order, one after the other.</summary>
    Shell,

    /// <summary>What must get through while a cell runs.</summary>
    Control,
}
