using System.Text;
using TorchSharp.Files;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor to a file that <see cref="load"/> reads.</summary>
    /// <remarks>The file is a safetensors file with one tensor, "tensor"; it is not PyTorch's archive of pickled
    /// objects.</remarks>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads a tensor that <see cref="save"/> wrote.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut or not of this kind.</exception>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        private const string Entry = "tensor";

        /// <summary>Writes it to a file that <see cref="load"/> reads: a safetensors file with one tensor, "tensor".</summary>
        public void save(string location) =>
            ManagedTorch.SafeTensors.Save(location, new Dictionary<string, Tensor> { [Entry] = this });

        /// <summary>Reads a tensor that <see cref="save"/> wrote.</summary>
        /// <exception cref="FileNotFoundException">No such file.</exception>
        /// <exception cref="InvalidDataException">The file is cut or not of this kind.</exception>
        public static Tensor load(string location)
        {
            Dictionary<string, Tensor> all = ManagedTorch.SafeTensors.Load(location);
            return all.Count == 1 && all.TryGetValue(Entry, out Tensor? tensor)
                ? tensor
                : throw new InvalidDataException(
                    $"'{location}' holds {all.Count} tensors ({string.Join(", ", all.Keys.Take(5))}), expected one named "
                    + $"'{Entry}'. Use ManagedTorch.SafeTensors.Load for files with several.");
        }

        /// <summary>Reads a tensor record: type, number of axes and sizes as LEB128, then the elements.</summary>
        /// <exception cref="InvalidDataException">The data are cut or not of this kind.</exception>
        public static Tensor Load(BinaryReader reader) => TensorRecord.Read(reader, Entry);

        /// <summary>Reads a tensor record from a stream, which stays open.</summary>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <summary>Reads a tensor record from a file.</summary>
        /// <exception cref="FileNotFoundException">No such file.</exception>
        public static Tensor Load(string location)
        {
            using FileStream stream = File.OpenRead(location);
            return Load(stream);
        }
    }
}

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor record: type, number of axes and sizes as LEB128, then the elements row by row.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => TensorRecord.Write(writer, tensor);

    /// <summary>Writes a tensor record to a stream, which stays open.</summary>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        TensorRecord.Write(writer, tensor);
    }

    /// <summary>Writes a tensor record to a file, which appears when it is complete.</summary>
    public static void Save(this torch.Tensor tensor, string location) => AtomicFile.Write(location, tensor.Save);

    /// <summary>Reads a tensor record into a tensor of that shape and type, or skips it.</summary>
    /// <exception cref="ArgumentException">Shape or type differ; the tensor is unchanged.</exception>
    /// <exception cref="InvalidDataException">The data are cut or not of this kind; the tensor is unchanged.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        TensorRecord.Header header = TensorRecord.ReadHeader(reader, "tensor");
        if (skip)
        {
            TensorRecord.Skip(reader.BaseStream, header, "tensor");
            return;
        }
        StateFile.Check("tensor", tensor, header);
        using torch.Tensor value = TensorRecord.ReadElements(reader.BaseStream, header, "tensor");
        Operators.Copies.Into(tensor, value);
        tensor.Storage.Version++;
    }
}
