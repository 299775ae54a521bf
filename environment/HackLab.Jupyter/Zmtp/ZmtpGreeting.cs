namespace HackLab.Jupyter.Zmtp;

/// <summary>
/// The 64 bytes that open a connection (ZMTP 3.1, "Greeting"): signature FF 8×00 7F, version, mechanism padded to 20 bytes,
/// as-server, 31 bytes of filler.
/// </summary>
internal sealed class ZmtpGreeting
{
    public const int Size = 64;

    private readonly byte[] _bytes = new byte[Size];
    private int _count;

    /// <summary>What we send: version 3.1, mechanism NULL.</summary>
    public static byte[] Ours()
    {
        var greeting = new byte[Size];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>Takes the peer's bytes as they come; true once the greeting is whole. The bytes after it are left in place.</summary>
    /// <exception cref="ZmtpViolation">No ZMTP 3 peer would send this. Told as early as possible: the rest may never come.</exception>
    public bool TryTake(ref ReadOnlySpan<byte> bytes)
    {
        int taken = Math.Min(bytes.Length, Size - _count);
        bytes[..taken].CopyTo(_bytes.AsSpan(_count));
        bytes = bytes[taken..];
        _count += taken;
        if (_count > 0 && _bytes[0] != 0xFF) throw new ZmtpViolation($"greeting starts with 0x{_bytes[0]:X2}, not 0xFF: not a ZeroMQ 3 peer");
        if (_count > 9 && (_bytes[9] & 1) == 0) throw new ZmtpViolation("greeting without a ZMTP signature");
        if (_count > 10 && _bytes[10] < 3) throw new ZmtpViolation($"protocol revision {_bytes[10]}; ZMTP 3 is needed (libzmq 4)");
        if (_count < Size) return false;
        ReadOnlySpan<byte> mechanism = _bytes.AsSpan(12, 20).TrimEnd((byte)0);
        if (!mechanism.SequenceEqual("NULL"u8))
        {
            throw new ZmtpViolation($"security mechanism \"{System.Text.Encoding.ASCII.GetString(mechanism)}\"; only NULL is spoken here");
        }

        return true;
    }
}
