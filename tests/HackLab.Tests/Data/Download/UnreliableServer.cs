using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HackLab.Tests.Data.Download;

/// <summary>What a client asked for.</summary>
internal sealed record Asked(string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The first byte asked for; 0 without a Range header.</summary>
    public long From => Headers.TryGetValue("range", out string? range)
        ? long.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0;
}

/// <summary>
/// An HTTP server on 127.0.0.1 and a free port that answers each request with whatever bytes the test writes, right or wrong. It
/// knows nothing of HTTP but where a request's headers end, so it can break every rule.
/// </summary>
internal sealed class UnreliableServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<int, Asked, Stream, CancellationToken, Task> _answer;
    private readonly List<Asked> _asked = [];

    public UnreliableServer(Func<int, Asked, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Requests so far, in their order.</summary>
    public IReadOnlyList<Asked> Requests
    {
        get { lock (_asked) return [.. _asked]; }
    }

    public Uri Address(string path = "/file.bin") => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                Asked asked = await ReadAsync(stream);
                int number;
                lock (_asked)
                {
                    number = _asked.Count;
                    _asked.Add(asked);
                }
                await _answer(number, asked, stream, _end.Token);
                // Ends the sending side first, so that what was written arrives before the connection is gone.
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (
                e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    private static async Task<Asked> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0) throw new IOException("The client left.");
            text.Append((char)one[0]);
        }
        string[] lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new Asked(
            lines[0].Split(' ')[1],
            lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1]));
    }
}

/// <summary>Answers that servers give.</summary>
internal static class Answers
{
    public static Task HeadAsync(this Stream stream, string status, params string[] headers) =>
        stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Connection: close\r\n\r\n")).AsTask();

    /// <summary>As a good server does: the whole, or the rest if that is asked for and still the same version.</summary>
    public static async Task GoodAsync(this Stream stream, Asked asked, byte[] content, string? etag = "\"v1\"",
        int? cutAfter = null)
    {
        long from = asked.From;
        if (asked.Headers.TryGetValue("if-range", out string? version) && version != etag) from = 0;
        string[] tag = etag is null ? [] : [$"ETag: {etag}"];
        if (from >= content.Length && from > 0)
            await stream.HeadAsync("416 Range Not Satisfiable", $"Content-Range: bytes */{content.Length}", "Content-Length: 0");
        else if (from > 0)
            await stream.HeadAsync("206 Partial Content",
                [$"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}", $"Content-Length: {content.Length - from}",
                    .. tag]);
        else
            await stream.HeadAsync("200 OK", [$"Content-Length: {content.Length}", .. tag]);
        int rest = content.Length - (int)Math.Min(from, content.Length);
        await stream.WriteAsync(content.AsMemory(content.Length - rest, Math.Min(rest, cutAfter ?? rest)));
        await stream.FlushAsync();
    }
}
