using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>
/// Comms are named connections that widgets use. This kernel offers no target, so there never is one: a client that opens one
/// is told that it is closed, and does not wait.
/// </summary>
internal static class CommHandlers
{
    /// <summary>Handles a comm_info_request: there are none.</summary>
    public static void Info(Request request) => request.Reply(json =>
    {
        json.WriteString("status", "ok");
        json.WriteStartObject("comms");
        json.WriteEndObject();
    });

    /// <summary>Handles a comm_open: an unknown target is answered with comm_close, as the specification asks.</summary>
    public static void Open(Request request)
    {
        string id = JsonContent.Text(request.Content, "comm_id");
        request.Publish("comm_close", json =>
        {
            json.WriteString("comm_id", id);
            json.WriteStartObject("data");
            json.WriteEndObject();
        });
    }

    /// <summary>Handles a comm_msg or comm_close: it is for a comm that we have closed, and may have crossed our answer.</summary>
    public static void Ignore(Request request)
    {
    }
}
