using TorchSharp.Files;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>Settings and state as they are; the objects are the optimiser's own, not copies.</summary>
    public virtual StateDictionary state_dict() => new(
        [.. Groups.Select(static group => group.Options!)],
        [.. parameters().Select(parameter => _states[parameter])]);

    /// <summary>Takes over settings and state.</summary>
    /// <exception cref="ArgumentException">It has another number of groups or parameters, or other kinds or shapes.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        CheckCount("parameter groups", Groups.Count, state_dict.Options.Count);
        CheckCount("parameters", _states.Count, state_dict.State.Count);
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Write(writer, state_dict);
        stream.Position = 0;
        load_state_dict(new BinaryReader(stream));
    }

    /// <summary>Writes settings and state in TorchSharp's layout.</summary>
    public void save_state_dict(string location) => AtomicFile.Write(location, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        save_state_dict(writer);
    });

    /// <summary>Writes settings and state in TorchSharp's layout: type name, counts, settings by group, state by
    /// parameter.</summary>
    public void save_state_dict(BinaryWriter writer) => Write(writer, state_dict());

    /// <summary>Reads settings and state; on an error nothing has changed.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut or of another optimiser.</exception>
    /// <exception cref="ArgumentException">A shape, type or count differs; names expected and found.</exception>
    public void load_state_dict(string location)
    {
        using FileStream stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <summary>Reads settings and state; on an error nothing has changed.</summary>
    /// <exception cref="InvalidDataException">The data are cut or of another optimiser.</exception>
    /// <exception cref="ArgumentException">A shape, type or count differs; names expected and found.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var options = new List<OptimizerOptions>();
        var states = new List<OptimizerState>();
        try
        {
            string type = TensorRecord.ReadName(reader, "optimizer type");
            if (type != GetType().Name)
            {
                throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{type}'.");
            }
            CheckCount("parameter groups", Groups.Count, TensorRecord.ReadNumber(reader, "number of groups"));
            CheckCount("parameters", _states.Count, TensorRecord.ReadNumber(reader, "number of parameters"));
            foreach (ParamGroup _ in Groups)
            {
                OptimizerOptions read = CreateOptions();
                read.LoadStateDict(reader);
                options.Add(read);
            }
            foreach (Parameter parameter in parameters())
            {
                states.Add(_states[parameter].ReadNew(reader));
            }
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException(
                "The optimizer state is cut: the data end before all settings and tensors were read.", error);
        }
        int place = 0;
        foreach (ParamGroup group in Groups)
        {
            group.Options!.LoadStateDict(options[place++]);
        }
        place = 0;
        foreach (Parameter parameter in parameters())
        {
            (_states[parameter] as IDisposable)?.Dispose();
            _states[parameter] = states[place++];
        }
    }

    private void Write(BinaryWriter writer, StateDictionary dictionary)
    {
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(dictionary.Options.Count);
        writer.Write7BitEncodedInt64(dictionary.State.Count);
        dictionary.Options.ForEach(options => options.SaveStateDict(writer));
        dictionary.State.ForEach(state => state.SaveStateDict(writer));
    }

    private static void CheckCount(string what, long expected, long found)
    {
        if (expected != found)
        {
            throw new ArgumentException($"Mismatched optimizer state: expected {expected} {what}, but found {found}.");
        }
    }
}
