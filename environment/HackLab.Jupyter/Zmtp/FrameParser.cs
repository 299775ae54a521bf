using System.Buffers.Binary;

namespace HackLab.Jupyter.Zmtp;

/// <summary>
/// Cuts a connection's bytes into frames, however the network has cut them. Memory grows with the bytes that have really
/// arrived, never with what a header claims.
/// </summary>
internal sealed class FrameParser
{
    private const int FirstPiece = 64 << 10;

    private readonly byte[] _header = new byte[9];   // flags, then a length of one byte or of eight
    private int _headerCount;
    private byte[]? _body;
    private int _bodyCount;
    private int _bodySize;

    /// <summary>
    /// True with the next frame, or false if more bytes are needed. <paramref name="bytes"/> moves past what was used.
    /// </summary>
    public bool TryTake(ref ReadOnlySpan<byte> bytes, out ZmtpFrame frame)
    {
        frame = default;
        if (_body is null && !TryTakeHeader(ref bytes)) return false;
        while (_bodyCount < _bodySize)
        {
            if (bytes.IsEmpty) return false;
            if (_bodyCount == _body!.Length) Array.Resize(ref _body, (int)Math.Min(_bodySize, _body.Length * 2L));
            int taken = Math.Min(bytes.Length, _body.Length - _bodyCount);
            bytes[..taken].CopyTo(_body.AsSpan(_bodyCount));
            bytes = bytes[taken..];
            _bodyCount += taken;
        }

        byte flags = _header[0];
        frame = new ZmtpFrame(_body!, (flags & ZmtpFrame.MoreFlag) != 0, (flags & ZmtpFrame.CommandFlag) != 0);
        _body = null;
        _headerCount = 0;
        return true;
    }

    private bool TryTakeHeader(ref ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            int size = _headerCount == 0 || (_header[0] & ZmtpFrame.LongFlag) == 0 ? 2 : 9;
            if (_headerCount == size) break;
            if (bytes.IsEmpty) return false;
            _header[_headerCount++] = bytes[0];
            bytes = bytes[1..];
            if (_headerCount == 1) CheckFlags(_header[0]);
        }

        ulong length = _headerCount == 2 ? _header[1] : BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(1));
        bool command = (_header[0] & ZmtpFrame.CommandFlag) != 0;
        long limit = command ? ZmtpLimits.CommandBytes : ZmtpLimits.FrameBytes;
        if (length > (ulong)limit) throw new ZmtpViolation($"a {(command ? "command" : "frame")} of {length} bytes; at most {limit} are taken");
        _bodySize = (int)length;
        _bodyCount = 0;
        _body = _bodySize == 0 ? [] : new byte[Math.Min(_bodySize, FirstPiece)];
        return true;
    }

    private static void CheckFlags(byte flags)
    {
        bool moreCommands = (flags & ZmtpFrame.CommandFlag) != 0 && (flags & ZmtpFrame.MoreFlag) != 0;
        if (flags > 7 || moreCommands) throw new ZmtpViolation($"frame flags 0x{flags:X2} do not exist");
    }
}
