using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Browser;

/// <summary>A Jupyter Notebook server with folders, settings and kernels of its own; it and its kernels end with this object.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    // Nothing here measures time: whoever reaches this is stuck.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();
    private readonly string _token = Guid.NewGuid().ToString("N");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private Process? _process;

    private JupyterServer()
    {
    }

    /// <summary>Such as <c>http://127.0.0.1:8888/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the server wrote; tells why a test failed.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Starts one on copies of the lessons and waits until it listens.</summary>
    public static async Task<JupyterServer> StartAsync(string scale)
    {
        var server = new JupyterServer();
        try
        {
            await server.RunAsync(scale);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A notebook's address, with the token that lets one in.</summary>
    public string AddressOf(string lesson) => $"{Address}notebooks/{lesson}.ipynb?token={_token}";

    /// <summary>Shuts it down as its Quit button does, which ends the kernels, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            try
            {
                using var patience = new CancellationTokenSource(Patience);
                if (!process.HasExited && Address is not null)
                {
                    using HttpResponseMessage answer = await _http.SendAsync(Request(HttpMethod.Post, "api/shutdown"), patience.Token);
                    answer.EnsureSuccessStatusCode();
                    await process.WaitForExitAsync(patience.Token);
                }
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
                process.Dispose();
            }
        }
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(string scale)
    {
        string notebooks = LessonCopy.Into(_folder.Path);
        Dictionary<string, string> own = new()
        {
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(_folder.Path, "config"),
            ["JUPYTER_DATA_DIR"] = Path.Combine(_folder.Path, "data"),
            ["JUPYTER_RUNTIME_DIR"] = Path.Combine(_folder.Path, "runtime"),
            ["IPYTHONDIR"] = Path.Combine(_folder.Path, "ipython"),
            ["JUPYTER_PATH"] = "",
            ["HACKLAB_SCALE"] = scale,
        };
        await InstallKernelAsync(own);
        int port = FreePort();
        string[] arguments =
        [
            "--no-browser", "--ip=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--port-retries=0",
            $"--NotebookApp.token={_token}", $"--notebook-dir={notebooks}", .. AsRoot(),
        ];
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = StartInfo(InstalledPrograms.JupyterNotebook!, arguments, own), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("Jupyter ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(Patience);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"Jupyter did not start. It said:\n{Log}", error);
        }
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

        void Note(string? line)
        {
            if (line is null) return;
            lock (_log) _log.AppendLine(line);
            if (line.Contains("is running at", StringComparison.Ordinal)) listening.TrySetResult();
        }
    }

    private static async Task InstallKernelAsync(Dictionary<string, string> environment)
    {
        using Process install = Process.Start(StartInfo(HackLabRepository.Executable, ["kernel", "install"], environment))!;
        string[] said = await Task.WhenAll(install.StandardOutput.ReadToEndAsync(), install.StandardError.ReadToEndAsync());
        await install.WaitForExitAsync();
        Assert.True(install.ExitCode == 0, string.Concat(said));
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return start;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        request.Headers.Add("Authorization", $"token {_token}");
        return request;
    }

    // Root is refused without it, and only Unix has such a user.
    private static string[] AsRoot() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? ["--allow-root"] : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
