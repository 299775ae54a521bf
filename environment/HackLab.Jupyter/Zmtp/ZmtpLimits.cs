namespace HackLab.Jupyter.Zmtp;

/// <summary>What a peer may ask of us. Everything is hostile until checked, and memory is for the learner's data.</summary>
internal static class ZmtpLimits
{
    /// <summary>Four times the 64 MB we promise. Jupyter's own server takes far less (its web socket stops at 10 MB by default).</summary>
    public const long FrameBytes = 256L << 20;

    /// <summary>All frames of one message together: a large cell with large comm buffers.</summary>
    public const long MessageBytes = 512L << 20;

    /// <summary>A Jupyter message has seven frames and one for each binary buffer.</summary>
    public const int MessageFrames = 4096;

    /// <summary>Commands hold a handful of short properties or a topic.</summary>
    public const int CommandBytes = 64 << 10;

    /// <summary>Jupyter clients subscribe to one topic, the empty one.</summary>
    public const int Subscriptions = 1024;

    /// <summary>As libzmq's ZMQ_HANDSHAKE_IVL: connections that never speak are closed after it.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(30);

    /// <summary>Replies kept for a client that does not read them; further ones are dropped, as a ROUTER does.</summary>
    public const long ReplyQueueBytes = 64L << 20;

    /// <summary>Output kept for a subscriber that reads slowly. When it is full the publisher waits.</summary>
    public const long SubscriberQueueBytes = 16L << 20;

    /// <summary>A subscriber that has not taken a single byte for this long is stalled, and no longer waited for.</summary>
    public static readonly TimeSpan StalledAfter = TimeSpan.FromSeconds(2);

    /// <summary>A subscriber stalled for this long loses its connection and so its queue; a living one connects again by itself.</summary>
    public static readonly TimeSpan ClosedAfter = TimeSpan.FromSeconds(60);
}
