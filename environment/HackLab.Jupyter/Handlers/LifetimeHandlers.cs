using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>Interrupt and shutdown, which come on control while a cell runs.</summary>
internal sealed class LifetimeHandlers(ExecuteHandler cells, Action exit)
{
    /// <summary>Handles an interrupt_request.</summary>
    public void Interrupt(Request request)
    {
        cells.Interrupt();
        request.Reply(json => json.WriteString("status", "ok"));
    }

    /// <summary>Handles a shutdown_request. For a restart too this process ends; Jupyter starts the next one.</summary>
    public void Shutdown(Request request)
    {
        bool restart = JsonContent.Flag(request.Content, "restart", missing: false);
        request.Publish("shutdown_reply", json =>
        {
            json.WriteString("status", "ok");
            json.WriteBoolean("restart", restart);
        });
        request.Reply(json =>
        {
            json.WriteString("status", "ok");
            json.WriteBoolean("restart", restart);
        });
        request.AfterIdle = exit;
    }
}
