using System.Buffers.Binary;

namespace HackLab.Jupyter.Zmtp;

/// <summary>A message's frames as the bytes that travel. Made once, and shared by every peer it is sent to.</summary>
internal static class WireMessage
{
    /// <summary>A message of these frames.</summary>
    public static byte[] Encode(params ReadOnlySpan<ReadOnlyMemory<byte>> frames)
    {
        int size = 0;
        foreach (ReadOnlyMemory<byte> frame in frames) size = checked(size + EncodedSize(frame.Length));
        var wire = new byte[size];
        int position = 0;
        for (int i = 0; i < frames.Length; i++)
        {
            byte more = i < frames.Length - 1 ? ZmtpFrame.MoreFlag : (byte)0;
            position += Write(wire.AsSpan(position), more, frames[i].Span);
        }

        return wire;
    }

    /// <summary>A command: its name, preceded by its length, then its data.</summary>
    public static byte[] EncodeCommand(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var body = new byte[1 + name.Length + data.Length];
        body[0] = (byte)name.Length;
        name.CopyTo(body.AsSpan(1));
        data.CopyTo(body.AsSpan(1 + name.Length));
        var wire = new byte[EncodedSize(body.Length)];
        Write(wire, ZmtpFrame.CommandFlag, body);
        return wire;
    }

    private static int EncodedSize(int length) => length + (length > byte.MaxValue ? 9 : 2);

    private static int Write(Span<byte> target, byte flags, ReadOnlySpan<byte> body)
    {
        int header = 2;
        if (body.Length > byte.MaxValue)
        {
            target[0] = (byte)(flags | ZmtpFrame.LongFlag);
            BinaryPrimitives.WriteInt64BigEndian(target[1..], body.Length);
            header = 9;
        }
        else
        {
            target[0] = flags;
            target[1] = (byte)body.Length;
        }

        body.CopyTo(target[header..]);
        return header + body.Length;
    }
}
