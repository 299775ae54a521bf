using Xunit;

namespace HackLab.Tests.Zmtp;

/// <summary>Work on a thread of its own, whose end a test waits for; what it throws, the test throws.</summary>
internal sealed class Background<T>
{
    private readonly Thread _thread;
    private T? _result;
    private Exception? _fault;

    public Background(Func<T> work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                _result = work();
            }
            catch (Exception fault)
            {
                _fault = fault;
            }
        }) { IsBackground = true };
        _thread.Start();
    }

    public bool HasEnded => !_thread.IsAlive;

    public void Interrupt() => _thread.Interrupt();

    public T Join()
    {
        Assert.True(_thread.Join(RawPeer.Patience), "the work did not end");
        return _fault is null ? _result! : throw _fault;
    }
}

internal static class Background
{
    public static Background<T> Run<T>(Func<T> work) => new(work);

    public static Background<bool> Run(Action work) => new(() =>
    {
        work();
        return true;
    });
}
