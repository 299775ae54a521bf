using System.Text.Json;
using HackLab.Jupyter.Zmtp;

namespace HackLab.Jupyter.Messages;

/// <summary>What Jupyter tells a kernel about where to listen and how to sign.</summary>
internal sealed record ConnectionFile(
    string Transport, string Ip, int ShellPort, int IoPubPort, int StdinPort, int ControlPort, int HeartbeatPort, byte[] Key)
{
    /// <summary>Reads a connection file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="FormatException">It is not a connection file; the message names the field.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            string scheme = Text(root, "signature_scheme", "hmac-sha256");
            if (scheme is not ("hmac-sha256" or ""))
            {
                throw new FormatException($"signature_scheme is \"{scheme}\"; only hmac-sha256 is known here");
            }

            string transport = Text(root, "transport", "tcp");
            if (transport is not ("tcp" or "ipc")) throw new FormatException($"transport is \"{transport}\"; tcp and ipc are known here");
            return new ConnectionFile(
                transport, Text(root, "ip", "127.0.0.1"), Port(root, "shell_port"), Port(root, "iopub_port"), Port(root, "stdin_port"),
                Port(root, "control_port"), Port(root, "hb_port"), System.Text.Encoding.UTF8.GetBytes(Text(root, "key", "")));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            throw new FormatException($"{path} is not a Jupyter connection file: {fault.Message}.", fault);
        }
    }

    /// <summary>Where the socket of that port listens. For ipc the port is only a number in the file's name.</summary>
    public ZmtpEndpoint Endpoint(int port) =>
        Transport == "ipc" ? new IpcEndpoint($"{Ip}-{port}") : TcpEndpoint.Parse(Ip, port);

    private static string Text(JsonElement root, string name, string missing) =>
        root.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? missing : missing;

    private static int Port(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value)) throw new FormatException($"{name} is missing");
        if (!value.TryGetInt32(out int port) || port is < 0 or > 65535) throw new FormatException($"{name} is {value}, not a port");
        return port;
    }
}
