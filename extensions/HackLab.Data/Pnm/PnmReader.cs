using System.Globalization;
using System.Text;

namespace HackLab.Data;

/// <summary>Goes through the bytes of a PGM or PPM file.</summary>
internal sealed class PnmReader(string name, byte[] bytes)
{
    private int _at;

    internal RasterImage Read()
    {
        if (bytes.Length < 3 || bytes[0] != 'P' || bytes[1] is < (byte)'1' or > (byte)'7' || !IsBlank(bytes[2]))
            throw Bad("a PGM or PPM file, which begins with P2, P3, P5 or P6", "something else", "Is this the right file?");
        if (bytes[1] is (byte)'1' or (byte)'4' or (byte)'7') throw Bad("P2, P3, P5 or P6", $"P{(char)bytes[1]}", "Bitmaps (PBM) and PAM are not read: convert it with pnmtopng or pamtopnm.");
        bool text = bytes[1] <= '3';
        int channels = bytes[1] is (byte)'2' or (byte)'5' ? 1 : 3;
        _at = 2;
        int width = Word("the width", int.MaxValue), height = Word("the height", int.MaxValue), most = Word("the largest value", ushort.MaxValue);
        if (width == 0 || height == 0 || most == 0) throw Bad("a width, a height and a largest value above 0", $"{width} × {height} up to {most}");
        int depth = most > byte.MaxValue ? 16 : 8;
        long left = bytes.Length - _at;
        // As text a sample takes a digit and a blank at least; in binary one blank stands before the first.
        UInt128 samples = (UInt128)width * (uint)height * (uint)channels, need = text ? samples * 2 : (samples * (uint)(depth / 8)) + 1;
        if (need > (ulong)left) throw Bad($"{width:N0} × {height:N0} pixels of {channels} × {depth} bits, {need:N0} bytes", $"{left:N0} bytes", "The file is cut off, or its header is damaged: fetch it again.");
        var values = new ushort[(int)samples];
        if (text) ReadText(values, most);
        else ReadBinary(values, most, depth);
        if (_at < bytes.Length && bytes.AsSpan(_at).ContainsAnyExcept(" \t\r\n\v\f"u8)) throw Bad("the end of the file behind the last pixel", $"{bytes.Length - _at:N0} more bytes", "Files of several pictures must be split first.");
        return new RasterImage(width, height, channels, depth, values);
    }

    private void ReadText(ushort[] values, int most)
    {
        for (int i = 0; i < values.Length; i++) values[i] = Spread(Word("a sample", most), most);
    }

    private void ReadBinary(ushort[] values, int most, int depth)
    {
        if (!IsBlank(bytes[_at])) throw Bad($"a blank at byte {_at}, behind the header", $"{bytes[_at]:x2}");
        _at++;
        for (int i = 0; i < values.Length; i++)
        {
            int value = depth == 8 ? bytes[_at] : (bytes[_at] << 8) | bytes[_at + 1];
            _at += depth / 8;
            if (value > most) throw Bad($"samples up to {most}, as the header says", $"{value} as sample {i:N0}");
            values[i] = Spread(value, most);
        }
    }

    private static ushort Spread(int value, int most)
    {
        int full = most > byte.MaxValue ? ushort.MaxValue : byte.MaxValue;
        return most == full ? (ushort)value : (ushort)((((long)value * full) + (most / 2)) / most);
    }

    // The next number; blanks before it mean nothing, nor does anything from # to the end of its line.
    private int Word(string what, int most)
    {
        int from = _at;
        while (_at < bytes.Length && (IsBlank(bytes[_at]) || bytes[_at] == '#'))
        {
            if (bytes[_at] == '#')
            {
                int end = bytes.AsSpan(_at).IndexOfAny((byte)'\n', (byte)'\r');
                _at = end < 0 ? bytes.Length - 1 : _at + end;
            }
            _at++;
        }
        int digits = bytes.AsSpan(_at).IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var count && count < 0 ? bytes.Length - _at : count;
        ReadOnlySpan<byte> number = bytes.AsSpan(_at, Math.Min(digits, 20));
        if (_at == from || digits == 0) throw Bad($"{what} at byte {_at:N0}", _at == bytes.Length ? "the end of the file" : "no number");
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long value) || value > most)
            throw Bad($"{what} at byte {_at:N0}, at most {most:N0}", Encoding.ASCII.GetString(number));
        _at += digits;
        return (int)value;
    }

    private DataFormatException Bad(string expected, string found, string advice = "Fetch the file again.") => new(name, expected, found, advice);

    private static bool IsBlank(byte b) => b is (byte)' ' or (>= 9 and <= 13);
}
