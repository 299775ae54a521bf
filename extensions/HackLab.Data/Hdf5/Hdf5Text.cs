using System.Text;

namespace HackLab.Data;

/// <summary>Reads text of fixed length.</summary>
internal static unsafe class Hdf5Text
{
    /// <summary>
    /// Reads values of a fixed length with the given function, which fills a buffer and returns less than 0 if it cannot.
    /// </summary>
    internal static string[] Read(Hdf5Session session, Hdf5Type type, int count, string name, Func<nint, int> read)
    {
        var buffer = new byte[checked(count * type.Size)];
        var texts = new string[count];
        if (texts.Length == 0) return texts;
        fixed (byte* start = buffer)
        {
            if (read((nint)start) < 0) throw session.Bad($"the text of {name}", "some that libhdf5 cannot read");
        }
        for (int i = 0; i < texts.Length; i++) texts[i] = Fixed(buffer.AsSpan(i * type.Size, type.Size));
        return texts;
    }

    /// <summary>How many texts there are, if the file can hold so many.</summary>
    internal static int CountOf(Hdf5Session session, Hdf5Type type, long[] shape, string name)
    {
        UInt128 count = Hdf5Space.CountOf(shape), bytes = count > ulong.MaxValue ? UInt128.MaxValue : count * (uint)Math.Max(16, type.Size);
        session.Require(bytes, name);
        if (bytes > (UInt128)Array.MaxLength) throw session.Bad($"at most {Array.MaxLength:N0} bytes of text in {name}", $"{bytes:N0}", "So much text is not read.");
        return (int)count;
    }

    // Filled up with zeros or, as Fortran does, with blanks.
    private static string Fixed(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text.TrimEnd((byte)' ') : text[..end]);
    }
}
