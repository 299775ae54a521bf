using HackLab.Jupyter.Messages;

namespace HackLab.Jupyter.Handlers;

/// <summary>Says who we are. Needs no engine: it is the answer that clients wait for at the start.</summary>
internal static class KernelInfoHandler
{
    /// <summary>Handles a kernel_info_request.</summary>
    public static void Answer(Request request)
    {
        string version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);
        request.Reply(json =>
        {
            json.WriteString("status", "ok");
            json.WriteString("protocol_version", Protocol.Version);
            json.WriteString("implementation", "hacklab");
            json.WriteString("implementation_version", version);
            json.WriteStartObject("language_info");
            json.WriteString("name", "C#");
            json.WriteString("version", "14.0");
            json.WriteString("mimetype", "text/x-csharp");
            json.WriteString("file_extension", ".cs");
            json.WriteString("pygments_lexer", "csharp");
            json.WriteString("codemirror_mode", "text/x-csharp");
            json.WriteEndObject();
            json.WriteString("banner", $"HackLab {version}: C# 14 on .NET {Environment.Version}");
            json.WriteBoolean("debugger", false);
            json.WriteStartArray("help_links");
            json.WriteStartObject();
            json.WriteString("text", "C# documentation");
            json.WriteString("url", "https://learn.microsoft.com/dotnet/csharp/");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("supported_features");
            json.WriteEndArray();
        });
    }
}
