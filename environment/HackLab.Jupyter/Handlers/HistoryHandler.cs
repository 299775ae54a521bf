using System.Text.Json;
using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>Answers history_request from this session's memory.</summary>
internal sealed class HistoryHandler(History history)
{
    /// <summary>There is one session, and clients know it by this number; 0 means the current one, negative ones are earlier.</summary>
    private const int Session = 1;

    /// <summary>Handles a history_request.</summary>
    public void Answer(Request request)
    {
        JsonElement asked = request.Content;
        bool withOutput = JsonContent.Flag(asked, "output", missing: false);
        List<HistoryEntry> found = Find(asked);
        request.Reply(json =>
        {
            json.WriteString("status", "ok");
            json.WriteStartArray("history");
            foreach (HistoryEntry entry in found) Write(json, entry, withOutput);
            json.WriteEndArray();
        });
    }

    private List<HistoryEntry> Find(JsonElement asked)
    {
        int? count = JsonContent.Number(asked, "n");
        switch (JsonContent.Text(asked, "hist_access_type", "tail"))
        {
            case "range":
                bool ours = JsonContent.Number(asked, "session") is null or 0 or Session;
                return ours ? history.Range(JsonContent.Number(asked, "start") ?? 0, JsonContent.Number(asked, "stop")) : [];
            case "search":
                bool unique = JsonContent.Flag(asked, "unique", missing: false);
                return history.Search(JsonContent.Text(asked, "pattern", "*"), unique, count);
            default:
                return history.Tail(count);
        }
    }

    private static void Write(Utf8JsonWriter json, HistoryEntry entry, bool withOutput)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Session);
        json.WriteNumberValue(entry.Number);
        if (withOutput)
        {
            json.WriteStartArray();
            json.WriteStringValue(entry.Source);
            json.WriteStringValue(entry.Output);
            json.WriteEndArray();
        }
        else
        {
            json.WriteStringValue(entry.Source);
        }

        json.WriteEndArray();
    }
}
