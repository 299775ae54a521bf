using System.Net;
using System.Net.Sockets;

namespace HackLab.Jupyter.Zmtp;

/// <summary>
/// One thread that does all reading and writing of all sockets. It uses neither the thread pool nor asynchronous sockets,
/// because the code in cells may occupy every thread of the pool, and just then an interrupt has to get through.
/// </summary>
internal sealed class Reactor : IDisposable
{
    private readonly Dictionary<Socket, (ZmtpSocket Owner, ZmtpEndpoint Endpoint)> _listeners = [];
    private readonly Dictionary<Socket, ZmtpConnection> _connections = [];
    private readonly byte[] _received = GC.AllocateUninitializedArray<byte>(64 << 10);
    private readonly Socket _waker;
    private readonly Thread _thread;
    private readonly Action<string> _log;
    private readonly int _idleMicroseconds;
    private int _woken;
    private long _stopAt = long.MaxValue;

    /// <summary>Makes the thread; <see cref="Start"/> starts it.</summary>
    /// <param name="log">Takes a line about every peer that misbehaves.</param>
    /// <param name="idle">How often to look for overdue peers; each second, if null.</param>
    public Reactor(Action<string> log, TimeSpan? idle = null)
    {
        _log = log;
        _idleMicroseconds = (int)(idle ?? TimeSpan.FromSeconds(1)).TotalMicroseconds;
        // A datagram to ourselves is what Socket.Select can wait for on every system.
        _waker = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        _waker.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _waker.Connect(_waker.LocalEndPoint!);
        _thread = new Thread(Run) { IsBackground = true, Name = "Jupyter sockets" };
    }

    /// <summary>How many peers are connected. Any thread; the number may be old when it is read.</summary>
    public int ConnectionCount { get; private set; }

    /// <summary>Opens an endpoint for a socket; before <see cref="Start"/>. Returns where it really listens.</summary>
    public EndPoint Bind(ZmtpSocket owner, ZmtpEndpoint endpoint)
    {
        Socket listener = endpoint.Listen();
        listener.Blocking = false;
        _listeners.Add(listener, (owner, endpoint));
        return listener.LocalEndPoint!;
    }

    public void Start() => _thread.Start();

    /// <summary>Makes the thread look at what has changed; any thread.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) == 1) return;
        bool interrupted = false;
        while (true)
        {
            try
            {
                _waker.Send("!"u8, SocketFlags.None, out _);
                break;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;   // a cell's thread; see SendQueue
            }
            catch (ObjectDisposedException)
            {
                break;
            }
        }

        if (interrupted) Thread.CurrentThread.Interrupt();
    }

    /// <summary>Sends what is queued, as long as peers take it and for at most this long; then closes everything.</summary>
    public void Stop(TimeSpan patience)
    {
        Volatile.Write(ref _stopAt, Environment.TickCount64 + (long)patience.TotalMilliseconds);
        Wake();
        if (_thread.IsAlive) _thread.Join();
    }

    public void Dispose()
    {
        Stop(TimeSpan.Zero);
        _waker.Dispose();
        foreach ((Socket listener, (_, ZmtpEndpoint endpoint)) in _listeners)
        {
            listener.Dispose();
            endpoint.Remove();
        }

        _listeners.Clear();
    }

    private void Run()
    {
        List<Socket> readable = [], writable = [], broken = [];
        while (!IsDone())
        {
            // Before looking at what there is to do: whoever adds work later sees 0 and sends a datagram. After receiving
            // datagrams: one that came in between has been received, but not yet acted on.
            Interlocked.Exchange(ref _woken, 0);
            Choose(readable, writable, broken);
            Socket.Select(readable, writable, broken, _idleMicroseconds);
            foreach (Socket socket in readable) Guard(socket, Read);
            foreach (Socket socket in broken) Guard(socket, Read);
            foreach (Socket socket in writable) Guard(socket, Write);
        }

        foreach (ZmtpConnection connection in new List<ZmtpConnection>(_connections.Values)) Close(connection, reason: null);
    }

    private bool IsDone()
    {
        long stopAt = Volatile.Read(ref _stopAt);
        if (stopAt == long.MaxValue) return false;
        if (Environment.TickCount64 >= stopAt) return true;
        foreach (ZmtpConnection connection in _connections.Values)
        {
            if (connection.Outgoing.HasWork) return false;
        }

        return true;
    }

    private void Choose(List<Socket> readable, List<Socket> writable, List<Socket> broken)
    {
        readable.Clear();
        writable.Clear();
        broken.Clear();
        readable.Add(_waker);
        readable.AddRange(_listeners.Keys);
        List<ZmtpConnection>? lost = null;
        foreach ((Socket socket, ZmtpConnection connection) in _connections)
        {
            if (connection.IsOverdue || connection.Outgoing.IsAbandoned) (lost ??= []).Add(connection);
            if (connection.WantsBytes) readable.Add(socket);
            if (connection.Outgoing.HasWork) writable.Add(socket);
            broken.Add(socket);
        }

        if (lost is null) return;
        foreach (ZmtpConnection connection in lost)
        {
            Close(connection, connection.IsOverdue ? "never finished its handshake" : "has not read for a minute");
            readable.Remove(connection.Socket);
            writable.Remove(connection.Socket);
            broken.Remove(connection.Socket);
        }
    }

    /// <summary>Whatever goes wrong with one peer ends that peer's connection and nothing else.</summary>
    private void Guard(Socket socket, Action<Socket> action)
    {
        try
        {
            action(socket);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException || _connections.ContainsKey(socket))
        {
            if (_connections.TryGetValue(socket, out ZmtpConnection? connection)) Close(connection, fault.Message);
            else AcceptFailed(fault);
        }
    }

    /// <summary>Usually no file handle is left. The connection stays in the backlog; hurrying would only burn a core.</summary>
    private void AcceptFailed(Exception fault)
    {
        _log($"accepting a connection failed: {fault.Message}");
        Thread.Sleep(20);
    }

    private void Read(Socket socket)
    {
        if (socket == _waker)
        {
            while (_waker.Available > 0) _waker.Receive(_received, SocketFlags.None, out _);
        }
        else if (_listeners.TryGetValue(socket, out (ZmtpSocket Owner, ZmtpEndpoint Endpoint) listener))
        {
            Accept(socket, listener.Owner);
        }
        else if (_connections.TryGetValue(socket, out ZmtpConnection? connection))
        {
            Receive(connection);
        }
    }

    private void Receive(ZmtpConnection connection)
    {
        for (int piece = 0; piece < 16 && connection.WantsBytes; piece++)   // then the others have their turn
        {
            int count = connection.Socket.Receive(_received, SocketFlags.None, out SocketError error);
            if (error is SocketError.WouldBlock or SocketError.IOPending) return;
            if (error != SocketError.Success || count == 0)
            {
                Close(connection, reason: null);   // gone, perhaps inside a message, which is then forgotten
                return;
            }

            connection.Receive(_received.AsSpan(0, count));
            if (count < _received.Length) return;
        }
    }

    private void Write(Socket socket)
    {
        if (!_connections.TryGetValue(socket, out ZmtpConnection? connection)) return;
        if (!connection.Outgoing.SendTo(socket)) Close(connection, reason: null);
    }

    private void Accept(Socket listener, ZmtpSocket owner)
    {
        Socket socket = listener.Accept();
        try
        {
            socket.Blocking = false;
            if (socket.AddressFamily != AddressFamily.Unix)
            {
                socket.NoDelay = true;
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);   // finds peers that vanished silently
            }

            _connections.Add(socket, new ZmtpConnection(socket, owner, this));
            ConnectionCount = _connections.Count;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Close(ZmtpConnection connection, string? reason)
    {
        if (!_connections.Remove(connection.Socket)) return;
        ConnectionCount = _connections.Count;
        connection.Close();
        try
        {
            connection.Socket.Shutdown(SocketShutdown.Send);   // what was sent still arrives
        }
        catch (SocketException)
        {
            // The peer was quicker.
        }

        connection.Socket.Dispose();
        if (reason is not null) _log($"a connection was closed: {reason}");
    }
}
