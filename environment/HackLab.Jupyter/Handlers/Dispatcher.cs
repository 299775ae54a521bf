using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Jupyter.Handlers;

/// <summary>Gives each request to the method for its type. Busy and idle are sent here and nowhere else.</summary>
internal sealed class Dispatcher(IReadOnlyDictionary<string, Action<Request>> handlers, Action<string> log)
{
    /// <summary>Handles one request to its end.</summary>
    public void Dispatch(Request request)
    {
        Status(request, "busy");
        try
        {
            if (handlers.TryGetValue(request.Message.Type, out Action<Request>? handler)) handler(request);
            else log($"a message of type {request.Message.Type} was ignored: this kernel does not know it");
        }
        catch (Exception fault)   // the client waits for an answer, whatever happened
        {
            log($"{request.Message.Type} failed: {fault}");
            if (request.WantsReply) ReplyError(request, fault);
        }
        finally
        {
            Status(request, "idle");
        }

        request.AfterIdle?.Invoke();
    }

    private static void Status(Request request, string state) =>
        request.Publish("status", json => json.WriteString("execution_state", state));

    private static void ReplyError(Request request, Exception fault) => request.Reply(json =>
    {
        json.WriteString("status", "error");
        JsonContent.WriteError(json, new CellError(fault.GetType().Name, fault.Message, [fault.Message]));
    });
}
