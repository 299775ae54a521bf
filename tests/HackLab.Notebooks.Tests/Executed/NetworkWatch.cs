using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HackLab.Notebooks.Tests.Executed;

/// <summary>
/// Stands where the proxy would be: whatever a process with <see cref="Environment"/> asks of the web comes here, is counted and
/// gets nothing.
/// </summary>
internal sealed class NetworkWatch : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _counting;
    private int _connections;

    public NetworkWatch()
    {
        _listener.Start();
        string here = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        string[] names = ["http_proxy", "https_proxy", "all_proxy"];
        Environment = names.SelectMany(name => new[] { name, name.ToUpperInvariant() }).Select(name => KeyValuePair.Create<string, string?>(name, here))
            .Concat([KeyValuePair.Create<string, string?>("no_proxy", null), KeyValuePair.Create<string, string?>("NO_PROXY", null)])
            .DistinctBy(entry => OperatingSystem.IsWindows() ? entry.Key.ToUpperInvariant() : entry.Key).ToDictionary();
        _counting = CountAsync();
    }

    /// <summary>What makes a process come here.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>How often something came.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _counting.Wait();
        _stop.Dispose();
    }

    private async Task CountAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
