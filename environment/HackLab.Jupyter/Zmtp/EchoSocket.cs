namespace HackLab.Jupyter.Zmtp;

/// <summary>Sends every message back to where it came from: Jupyter's heartbeat, asked by REQ sockets.</summary>
internal sealed class EchoSocket : ZmtpSocket
{
    public override string Type => "REP";

    public override bool Accepts(string peerType) => peerType is "REQ" or "DEALER";

    public override void Received(ZmtpConnection peer, List<byte[]> frames)
    {
        var echo = new ReadOnlyMemory<byte>[frames.Count];
        for (int i = 0; i < echo.Length; i++) echo[i] = frames[i];
        peer.Send(WireMessage.Encode(echo));
    }
}
