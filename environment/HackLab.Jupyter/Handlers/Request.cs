using System.Text.Json;
using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>A request being handled. Replies and outputs are made from it, so none can forget its parent header.</summary>
/// <param name="Message">What the client sent.</param>
/// <param name="Channel">Where it came, and where the reply goes.</param>
/// <param name="Number">Its place among the channel's messages, from 1.</param>
/// <param name="Outbox">Where messages go.</param>
internal sealed record Request(JupyterMessage Message, Channel Channel, long Number, IOutbox Outbox)
{
    private const string RequestSuffix = "_request";

    /// <summary>The request's content.</summary>
    public JsonElement Content => Message.Content;

    /// <summary>Done after idle has been sent: the end of the kernel, which must not overtake its own messages.</summary>
    public Action? AfterIdle { get; set; }

    /// <summary>True if the protocol has a reply to this type of message.</summary>
    public bool WantsReply => Message.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);

    /// <summary>Answers; the reply's type is the request's with _reply.</summary>
    public void Reply(Action<Utf8JsonWriter> properties) => Reply(properties, JsonContent.Empty);

    /// <summary>Answers with metadata.</summary>
    public void Reply(Action<Utf8JsonWriter> properties, byte[] metadata)
    {
        string type = string.Concat(Message.Type.AsSpan(0, Message.Type.Length - RequestSuffix.Length), "_reply");
        Outbox.Reply(Channel, Message, new OutgoingMessage(type, Message.Header, JsonContent.Object(properties), metadata));
    }

    /// <summary>Tells every client. What is said on control never waits for slow clients: an interrupt has to get through.</summary>
    public void Publish(string type, Action<Utf8JsonWriter> properties) =>
        Outbox.Publish(new OutgoingMessage(type, Message.Header, JsonContent.Object(properties)), wait: Channel == Channel.Shell);
}
