namespace HackLab.Jupyter.Messages;

/// <summary>From frames to a message: taken apart, verified, and only then parsed. What fails is logged and dropped.</summary>
internal sealed class MessageReader(MessageSigner signer, Action<string> log)
{
    /// <summary>The message; null if it was dropped.</summary>
    public JupyterMessage? Read(List<byte[]> frames)
    {
        if (MessageFrames.Split(frames, out string problem) is not { } message)
        {
            log($"a message was dropped: {problem}");
            return null;
        }

        if (!signer.Verify(message))
        {
            log("a message was dropped: its signature is wrong, so it does not come from someone who may use this kernel");
            return null;
        }

        if (message.Identities.Count == 0)
        {
            log("a message was dropped: it has no sender");
            return null;
        }

        try
        {
            return JupyterMessage.Parse(message);
        }
        catch (FormatException fault)
        {
            log($"a message was dropped: {fault.Message}");
            return null;
        }
    }
}
