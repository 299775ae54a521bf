namespace HackLab.Jupyter.Zmtp;

/// <summary>
/// A bound socket of one ZeroMQ type with all its peers. Everything here is called on the reactor's thread unless it says
/// otherwise. It knows frames and nothing of Jupyter.
/// </summary>
internal abstract class ZmtpSocket
{
    /// <summary>The type we announce, such as ROUTER.</summary>
    public abstract string Type { get; }

    /// <summary>How much may wait for one peer.</summary>
    public virtual long QueueBytes => ZmtpLimits.ReplyQueueBytes;

    /// <summary>False to leave arriving bytes to the network for now, which makes the sender wait.</summary>
    public virtual bool WantsMessages => true;

    /// <summary>Whether a peer of that type may talk to us (ZMTP 3.1, "The READY command").</summary>
    public abstract bool Accepts(string peerType);

    /// <summary>A peer has said READY.</summary>
    public virtual void Joined(ZmtpConnection peer)
    {
    }

    /// <summary>A peer sent a whole message.</summary>
    public abstract void Received(ZmtpConnection peer, List<byte[]> frames);

    /// <summary>A peer sent a command that is not the connection's own business.</summary>
    public virtual void Received(ZmtpConnection peer, ZmtpCommand command)
    {
    }

    /// <summary>A peer is gone.</summary>
    public virtual void Left(ZmtpConnection peer)
    {
    }
}
