using System.Numerics;

namespace HackLab.Data.Npy;

/// <summary>What .npy files and the entries of .npz files have in common.</summary>
internal static class NpyFile
{
    internal static NpyType TypeOf(NdArray array, string parameter) => NpyType.Of(array.ElementType)
        ?? throw new ArgumentException($"NumPy's files have no type for {array.ElementType.Name}; convert the values, for example by ToDouble().", parameter);

    internal static void Write(Stream stream, NdArray array)
    {
        NpyHeader.Write(stream, TypeOf(array, nameof(array)), array.Shape);
        // The runtime takes a sbyte[] for a byte[] (and so on) in a pattern, which is right here: their bytes are the same.
        switch (array.Values)
        {
            case bool[] values: NpyData.WriteRaw(stream, values); break;
            case byte[] values: NpyData.WriteRaw(stream, values); break;
            case short[] values: NpyData.WriteRaw(stream, values); break;
            case int[] values: NpyData.WriteRaw(stream, values); break;
            case long[] values: NpyData.WriteRaw(stream, values); break;
            case Half[] values: NpyData.WriteRaw(stream, values); break;
            case float[] values: NpyData.WriteRaw(stream, values); break;
            case double[] values: NpyData.WriteRaw(stream, values); break;
            case Complex[] values: NpyData.WriteRaw(stream, values); break;
        }
    }

    /// <summary>Compares what a header promises with the bytes there are, before anything is allocated.</summary>
    internal static void CheckLength(NpyHeader header, long bytes, string file)
    {
        long expected = (long)header.Count * header.Type.Size;
        if (bytes == expected) return;
        string shape = $"({string.Join(", ", header.Shape)})";
        throw new DataFormatException(
            file, $"{expected} bytes of {header.Type.Code} for the shape {shape}", $"{bytes}",
            bytes < expected ? "The file is cut off or damaged: fetch it again." : "It is damaged, or holds several arrays: save each in a file of its own.");
    }

    /// <summary>Does what reads a file, and turns what the system throws into words.</summary>
    internal static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            if (Directory.Exists(path)) throw new DataFormatException(path, "a file", "a folder", "Give the path of one file in it.");
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFormatException(path, "a file", "none of that name", "Check the path; relative paths start at the current folder.", inner: e);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw new DataFormatException(path, "a whole file", "one that is damaged or cut off", "Fetch the file again.", inner: e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not DataFormatException))
        {
            throw new DataFormatException(path, "a file that can be read", e.Message, "Check its permissions and whether another program holds it.", inner: e);
        }
    }
}
