using System.Buffers.Binary;
using TorchSharp;
using TorchSharp.Files;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>Reads and writes safetensors files: tensors by name, as Hugging Face and PyTorch users exchange them.</summary>
/// <remarks>
/// Format: https://huggingface.co/docs/safetensors. Eight bytes length of the header, the header as JSON with type, shape and
/// place of
/// each tensor, then the elements, little endian, without gaps. This is ManagedTorch's own addition to TorchSharp's API.
/// </remarks>
/// <example><code>SafeTensors.Save("net.safetensors", net.state_dict());   SafeTensors.Load("net.safetensors",
/// net);</code></example>
public static class SafeTensors
{
    // Room for about a million tensors; the limit is that of the reference implementation.
    private const long MaxHeaderBytes = 100_000_000;

    /// <summary>Writes tensors by name; the file appears when it is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">float32, float64, int64, int32, uint8 or bool.</param>
    /// <param name="metadata">Texts to keep beside them, or null.</param>
    /// <exception cref="ArgumentException">A type that the format does not have (complex), or the name
    /// "__metadata__".</exception>
    public static void Save(
        string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        byte[] header = SafeTensorsHeader.Write(tensors, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (Tensor tensor in tensors.Values)
            {
                TensorRecord.WriteElements(stream, null, tensor);
            }
        });
    }

    /// <summary>Reads all tensors of a file, in the order of their data. They belong to the innermost dispose scope.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut or not of this kind; says which tensor, what was found and
    /// expected.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        using FileStream stream = Open(path);
        return Load(stream);
    }

    /// <summary>Reads all tensors from a stream that can seek, from its position to its end.</summary>
    /// <exception cref="InvalidDataException">The data are cut or not of this kind.</exception>
    public static Dictionary<string, Tensor> Load(Stream stream)
    {
        List<SafeTensorsEntry> entries = ReadHeader(stream);
        var tensors = new Dictionary<string, Tensor>();
        foreach (SafeTensorsEntry entry in entries)
        {
            tensors[entry.Name] = TensorRecord.ReadElements(stream, entry.Record, entry.Name);
        }
        return tensors;
    }

    /// <summary>Reads a file into a module; all names, shapes and types are checked before the first value changes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="module">The module.</param>
    /// <param name="strict">Whether file and module must have the same names.</param>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut or not of this kind.</exception>
    /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
    /// <exception cref="ArgumentException">A shape or type differs.</exception>
    public static void Load(string path, nn.Module module, bool strict = true)
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> targets = module.state_dict();
        using FileStream stream = Open(path);
        List<SafeTensorsEntry> entries = ReadHeader(stream);
        foreach (SafeTensorsEntry entry in entries)
        {
            if (targets.TryGetValue(entry.Name, out Tensor? target))
            {
                StateFile.Check(entry.Name, target, entry.Record);
            }
        }
        var tensors = new Dictionary<string, Tensor>();
        foreach (SafeTensorsEntry entry in entries)
        {
            tensors[entry.Name] = TensorRecord.ReadElements(stream, entry.Record, entry.Name);
        }
        module.load_state_dict(tensors, strict);
    }

    private static FileStream Open(string path) =>
        File.Exists(path) ? File.OpenRead(path) : throw new FileNotFoundException($"No safetensors file '{path}'.", path);

    private static List<SafeTensorsEntry> ReadHeader(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[8];
        long available = stream.Length - stream.Position - 8;
        if (available < 0)
        {
            throw new InvalidDataException($"Not a safetensors file: found {available + 8} bytes, expected at least 8.");
        }
        stream.ReadExactly(prefix);
        long length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length < 2 || length > MaxHeaderBytes || length > available)
        {
            throw new InvalidDataException(
                $"Not a safetensors file, or cut: the header's length is given as {length}, the file has {available} bytes "
                + $"after it (at most {MaxHeaderBytes} are accepted).");
        }
        var header = new byte[length];
        stream.ReadExactly(header);
        return SafeTensorsHeader.Read(header, available - length);
    }
}
