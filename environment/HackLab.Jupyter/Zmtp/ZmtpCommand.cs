using System.Buffers.Binary;
using System.Text;

namespace HackLab.Jupyter.Zmtp;

/// <summary>A command of the transport: READY, ERROR, PING, PONG, SUBSCRIBE, CANCEL.</summary>
internal readonly ref struct ZmtpCommand
{
    /// <summary>Takes a command frame's body apart.</summary>
    public ZmtpCommand(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body.Length < 1 + body[0]) throw new ZmtpViolation("a command shorter than its own name");
        Name = body.Slice(1, body[0]);
        Data = body[(1 + body[0])..];
    }

    public ReadOnlySpan<byte> Name { get; }

    public ReadOnlySpan<byte> Data { get; }

    /// <summary>READY with our socket type.</summary>
    public static byte[] Ready(string socketType)
    {
        byte[] type = Encoding.ASCII.GetBytes(socketType);
        ReadOnlySpan<byte> name = "Socket-Type"u8;
        var data = new byte[1 + name.Length + 4 + type.Length];
        data[0] = (byte)name.Length;
        name.CopyTo(data.AsSpan(1));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(1 + name.Length), type.Length);
        type.CopyTo(data.AsSpan(1 + name.Length + 4));
        return WireMessage.EncodeCommand("READY"u8, data);
    }

    /// <summary>ERROR with a reason of at most 255 bytes.</summary>
    public static byte[] Error(string reason)
    {
        byte[] text = Encoding.ASCII.GetBytes(reason.Length > byte.MaxValue ? reason[..byte.MaxValue] : reason);
        return WireMessage.EncodeCommand("ERROR"u8, [(byte)text.Length, .. text]);
    }

    /// <summary>The answer to PING: its context without the two bytes of time-to-live.</summary>
    public byte[] Pong()
    {
        if (Data.Length < 2) throw new ZmtpViolation("PING without its time to live");
        return WireMessage.EncodeCommand("PONG"u8, Data[2..Math.Min(Data.Length, 2 + 16)]);
    }

    /// <summary>A property of READY; empty if it is not there. Names are compared without regard to case (ZMTP 3.1).</summary>
    public byte[] Property(string wanted)
    {
        ReadOnlySpan<byte> rest = Data;
        while (!rest.IsEmpty)
        {
            int nameLength = rest[0];
            if (rest.Length < 1 + nameLength + 4) throw new ZmtpViolation("READY ends inside a property");
            string name = Encoding.ASCII.GetString(rest.Slice(1, nameLength));
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + nameLength)..]);
            rest = rest[(1 + nameLength + 4)..];
            if (length > (uint)rest.Length) throw new ZmtpViolation("READY ends inside a property's value");
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) return rest[..(int)length].ToArray();
            rest = rest[(int)length..];
        }

        return [];
    }
}
