using System.Net;
using System.Net.Sockets;

namespace HackLab.Jupyter.Zmtp;

/// <summary>Where a socket listens: a TCP port, or a Unix socket's path ("ipc").</summary>
internal abstract record ZmtpEndpoint
{
    /// <summary>Opens it for connections.</summary>
    /// <exception cref="SocketException">It is taken, or not ours to take.</exception>
    public abstract Socket Listen();

    /// <summary>Takes away what closing the socket leaves behind.</summary>
    public virtual void Remove()
    {
    }
}

/// <summary>A TCP port; 0 lets the system choose.</summary>
internal sealed record TcpEndpoint(IPAddress Address, int Port) : ZmtpEndpoint
{
    /// <summary>Understands what connection files hold: addresses, * and host names.</summary>
    public static TcpEndpoint Parse(string ip, int port)
    {
        if (ip is "*" or "") return new TcpEndpoint(IPAddress.Any, port);
        if (IPAddress.TryParse(ip, out IPAddress? address)) return new TcpEndpoint(address, port);
        if (ip == "localhost") return new TcpEndpoint(IPAddress.Loopback, port);   // libzmq clients try IPv4 first
        IPAddress[] found = Dns.GetHostAddresses(ip);
        IPAddress first = Array.Find(found, a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        return new TcpEndpoint(first, port);
    }

    public override Socket Listen()
    {
        var socket = new Socket(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // No ReuseAddress: .NET already lets a restarted kernel have the ports of which old connections linger, and on Unix the
        // option would mean SO_REUSEPORT as well: two kernels could then listen on one port, each getting half of the clients.
        return BindAndListen(socket, new IPEndPoint(Address, Port));
    }

    internal static Socket BindAndListen(Socket socket, EndPoint endPoint)
    {
        try
        {
            socket.Bind(endPoint);
            socket.Listen(512);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A Unix socket; only this user may connect.</summary>
internal sealed record IpcEndpoint(string Path) : ZmtpEndpoint
{
    public override Socket Listen()
    {
        File.Delete(Path);   // left by a kernel that was killed; a living one's is never at our path, the file names are Jupyter's
        Socket socket = TcpEndpoint.BindAndListen(
            new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(Path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return socket;
    }

    public override void Remove() => File.Delete(Path);
}
