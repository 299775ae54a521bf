using System.Globalization;
using System.Text;
using System.Text.Json;
using HackLab.Jupyter.Zmtp;

namespace HackLab.Jupyter.Messages;

/// <summary>Gives messages a header and a signature, and sends them.</summary>
internal sealed class SocketOutbox(
    MessageSigner signer, RouterSocket shell, RouterSocket control, RouterSocket stdin, PublisherSocket iopub) : IOutbox
{
    /// <summary>Clients open their channels one after the other, all within milliseconds.</summary>
    private static readonly TimeSpan StdinPatience = TimeSpan.FromSeconds(5);

    private static readonly string User = Environment.UserName;

    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _count;

    /// <inheritdoc/>
    public void Reply(Channel channel, JupyterMessage request, OutgoingMessage reply)
    {
        RouterSocket socket = channel == Channel.Control ? control : shell;
        socket.Send(request.Identities[0], Encode(reply, NewId(), Rest(request.Identities)));
    }

    /// <inheritdoc/>
    public void Publish(OutgoingMessage message, bool wait)
    {
        byte[] topic = Encoding.ASCII.GetBytes(message.Type);
        iopub.Publish(topic, Encode(message, NewId(), [topic]), wait);
    }

    /// <inheritdoc/>
    public string? Ask(JupyterMessage request, OutgoingMessage question, CancellationToken cancellation)
    {
        string id = NewId();
        byte[] wire = Encode(question, id, Rest(request.Identities));
        return stdin.SendWhenJoined(request.Identities[0], wire, StdinPatience, cancellation) ? id : null;
    }

    private static byte[][] Rest(IReadOnlyList<byte[]> identities)
    {
        var rest = new byte[identities.Count - 1][];
        for (int i = 0; i < rest.Length; i++) rest[i] = identities[i + 1];
        return rest;
    }

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _count)}");

    private byte[] Encode(OutgoingMessage message, string id, byte[][] leading)
    {
        byte[] header = Header(message.Type, id);
        byte[] signature = signer.Sign(header, message.ParentHeader, message.Metadata, message.Content);
        var frames = new ReadOnlyMemory<byte>[leading.Length + 6];
        for (int i = 0; i < leading.Length; i++) frames[i] = leading[i];
        frames[^6] = MessageFrames.Delimiter.ToArray();
        frames[^5] = signature;
        frames[^4] = header;
        frames[^3] = message.ParentHeader;
        frames[^2] = message.Metadata;
        frames[^1] = message.Content;
        return WireMessage.Encode(frames);
    }

    private byte[] Header(string type, string id) => JsonContent.Object(json =>
    {
        json.WriteString("msg_id", id);
        json.WriteString("session", _session);
        json.WriteString("username", User);
        json.WriteString("date", DateTime.UtcNow);
        json.WriteString("msg_type", type);
        json.WriteString("version", Protocol.Version);
    });
}
