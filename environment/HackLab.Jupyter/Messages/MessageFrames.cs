namespace HackLab.Jupyter.Messages;

/// <summary>A Jupyter message as frames: identities, delimiter, signature, four JSON parts, binary buffers. Nothing is trusted yet.</summary>
internal sealed record MessageFrames(
    IReadOnlyList<byte[]> Identities, byte[] Signature, byte[] Header, byte[] ParentHeader, byte[] Metadata, byte[] Content,
    IReadOnlyList<byte[]> Buffers)
{
    /// <summary>What stands between the identities and the message.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Takes a multipart message apart; null, with the reason, if it is not a Jupyter message.</summary>
    public static MessageFrames? Split(List<byte[]> frames, out string problem)
    {
        int at = frames.FindIndex(frame => Delimiter.SequenceEqual(frame));
        problem = at < 0 ? "it has no <IDS|MSG> delimiter" : frames.Count < at + 6 ? $"{frames.Count - at - 1} frames follow the delimiter, not 5 or more" : "";
        if (problem.Length > 0) return null;
        return new MessageFrames(
            frames.GetRange(0, at), frames[at + 1], frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5],
            frames.GetRange(at + 6, frames.Count - at - 6));
    }
}
