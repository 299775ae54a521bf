using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HackLab.Charts.Internals.Saving;

/// <summary>
/// The Chrome DevTools Protocol over its web socket, one question at a time (chromedevtools.github.io/devtools-protocol).
/// </summary>
internal sealed class DevTools : IDisposable
{
    private const int LargestAnswer = 200 << 20;

    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _number;

    private DevTools() => _socket.Options.Proxy = null;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        try
        {
            await tools._socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return tools;
        }
        catch (WebSocketException error)
        {
            tools.Dispose();
            throw new IOException($"The browser does not answer at {address}: {error.Message}", error);
        }
        catch
        {
            tools.Dispose();
            throw;
        }
    }

    /// <summary>From now on speaks to this tab and no longer to the browser.</summary>
    public async Task AttachAsync(string target, CancellationToken cancellation)
    {
        JsonElement answer = await CallAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true },
            cancellation).ConfigureAwait(false);
        _session = answer.GetProperty("sessionId").GetString();
    }

    /// <summary>Calls a method and waits for its result; events in between are passed over.</summary>
    /// <exception cref="IOException">The browser refuses, or the connection ends.</exception>
    public async Task<JsonElement> CallAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        int number = ++_number;
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (_session is not null) message["sessionId"] = _session;
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text,
                endOfMessage: true, cancellation).ConfigureAwait(false);
            while (true)
            {
                JsonElement answer = await ReceiveAsync(cancellation).ConfigureAwait(false);
                if (!answer.TryGetProperty("id", out JsonElement id) || id.GetInt32() != number) continue;
                if (answer.TryGetProperty("error", out JsonElement error))
                    throw new IOException($"The browser refuses {method}: {error.GetProperty("message").GetString()}");
                return answer.GetProperty("result");
            }
        }
        catch (WebSocketException error)
        {
            throw new IOException($"The browser broke off during {method}: {error.Message}", error);
        }
    }

    /// <summary>Asks the browser to end; says nothing if it is gone already.</summary>
    public async Task CloseBrowserAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        _session = null;
        try
        {
            await CallAsync("Browser.close", [], limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or InvalidOperationException)
        {
            // It is killed next.
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            WebSocketReceiveResult part = await _socket.ReceiveAsync(buffer, cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close) throw new IOException("The browser closed the connection.");
            message.Write(buffer, 0, part.Count);
            if (message.Length > LargestAnswer) throw new IOException("The browser's answer is too large.");
            if (part.EndOfMessage) break;
        }
        using JsonDocument document = JsonDocument.Parse(message.ToArray());
        return document.RootElement.Clone();
    }
}
