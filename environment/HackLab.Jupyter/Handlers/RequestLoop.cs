using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>One channel's worker: takes its messages in order, each to its end. On a thread of its own, so that no cell can starve it.</summary>
internal sealed class RequestLoop(Channel channel, Inbox inbox, MessageReader reader, Dispatcher dispatcher, IOutbox outbox)
{
    /// <summary>Starts the worker; it ends when the inbox is closed.</summary>
    public void Start()
    {
        new Thread(Run) { IsBackground = true, Name = $"Jupyter {channel}" }.Start();
    }

    private void Run()
    {
        while (inbox.TryTake(out List<byte[]> frames, out long number))
        {
            if (reader.Read(frames) is { } message) dispatcher.Dispatch(new Request(message, channel, number, outbox));
        }
    }
}
