using TorchSharp.Operators;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Files;

/// <summary>Tensors by name in TorchSharp's layout: LEB128 count, then for each the name and a
/// <see cref="TensorRecord"/>.</summary>
internal static class StateFile
{
    /// <summary>Writes tensors by name, in their order.</summary>
    public static void Write(BinaryWriter writer, Dictionary<string, Tensor> tensors, IList<string>? skip)
    {
        writer.Write7BitEncodedInt64(tensors.Keys.Count(name => skip?.Contains(name) != true));
        foreach ((string name, Tensor tensor) in tensors)
        {
            if (skip?.Contains(name) != true)
            {
                writer.Write(name);
                TensorRecord.Write(writer, tensor);
            }
        }
        writer.Flush();
    }

    /// <summary>Reads values into tensors that are there; the first is written when the whole file was checked.</summary>
    /// <exception cref="InvalidDataException">The data are cut or not of this kind.</exception>
    /// <exception cref="ArgumentException">Names, shapes or types differ.</exception>
    public static void Read(
        BinaryReader reader,
        Dictionary<string, Tensor> targets,
        bool strict,
        IList<string>? skip,
        Dictionary<string, bool>? loadedParameters)
    {
        long entries = TensorRecord.ReadNumber(reader, "number of entries");
        int expected = targets.Keys.Count(name => skip?.Contains(name) != true);
        if (strict && entries != targets.Count && entries != expected)
        {
            throw new ArgumentException($"Mismatched state_dict sizes: expected {expected}, but found {entries} entries.");
        }
        using DisposeScope scope = NewDisposeScope();
        var seen = new HashSet<string>();
        var loaded = new List<(Tensor Target, Tensor Value, string Name)>();
        for (long i = 0; i < entries; i++)
        {
            string name = TensorRecord.ReadName(reader, $"name of entry {i}");
            TensorRecord.Header header = TensorRecord.ReadHeader(reader, name);
            if (!seen.Add(name))
            {
                throw new InvalidDataException($"Tensor '{name}' stands in the file twice.");
            }
            bool isWanted = targets.TryGetValue(name, out Tensor? target) && skip?.Contains(name) != true;
            if (!isWanted)
            {
                if (strict && target is null && skip?.Contains(name) != true)
                {
                    throw new ArgumentException(
                        "Mismatched module state names: the target modules does not have a submodule or buffer named "
                            + $"'{name}'");
                }
                TensorRecord.Skip(reader.BaseStream, header, name);
                continue;
            }
            Check(name, target!, header);
            loaded.Add((target!, TensorRecord.ReadElements(reader.BaseStream, header, name), name));
        }
        if (strict && loaded.Count < expected)
        {
            string missing = targets.Keys.First(name => !seen.Contains(name) && skip?.Contains(name) != true);
            throw new ArgumentException($"Mismatched module state names: the file does not have a tensor named '{missing}'");
        }
        if (loadedParameters is not null)
        {
            foreach (string name in targets.Keys)
            {
                loadedParameters[name] = false;
            }
        }
        foreach ((Tensor target, Tensor value, string name) in loaded)
        {
            Copies.Into(target, value);
            target.Storage.Version++;
            if (loadedParameters is not null)
            {
                loadedParameters[name] = true;
            }
        }
    }

    /// <summary>Throws unless shape and type are those of the target.</summary>
    internal static void Check(string name, Tensor target, TensorRecord.Header found)
    {
        if (!found.Sizes.AsSpan().SequenceEqual(target.Sizes))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape while loading. '{name}': expected {Shape.Text(target.Sizes)}, found "
                + $"{Shape.Text(found.Sizes)}.");
        }
        if (found.Type != target.dtype)
        {
            throw new ArgumentException(
                $"Mismatched tensor data types while loading. '{name}': expected {target.dtype}, found {found.Type}.");
        }
    }
}
