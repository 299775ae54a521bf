using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Data;
using HackLab.Data.Delimited;
using HackLab.Data.Files;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace HackLab.Learning.Internals;

/// <summary>
/// A training's state in a file: a line that says what it is; state (JSON), weights, best weights and the optimiser (TorchSharp's own
/// layouts), each after its length; and a check sum. Nothing of a damaged file, or of another training, reaches the network.
/// </summary>
internal sealed class Checkpoint
{
    private const int Sections = 4, Longest = int.MaxValue - 4096;

    private static readonly byte[] Title = "HackLab training 1\n"u8.ToArray();

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _path;
    private readonly byte[][] _sections;

    private Checkpoint(string path, byte[][] sections, CheckpointState state) => (_path, _sections, State) = (path, sections, state);

    internal CheckpointState State { get; }

    internal static void Write(string path, CheckpointState state, nn.Module model, BestWeights best, Optimizer optimizer)
    {
        byte[][] sections =
        [
            JsonSerializer.SerializeToUtf8Bytes(state, Json),
            Bytes(stream => model.save(stream)),
            best.IsEmpty ? [] : Bytes(best.Save),
            Bytes(stream =>
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                Helper(optimizer).save_state_dict(writer);
            }),
        ];
        OutputFile.Write(path, stream =>
        {
            var crc = new Crc32();
            Put(Title);
            foreach (byte[] section in sections)
            {
                var length = new byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(length, section.Length);
                Put(length);
                Put(section);
            }
            var sum = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(sum, crc.Value);
            stream.Write(sum);

            void Put(byte[] bytes)
            {
                crc.Add(bytes);
                stream.Write(bytes);
            }
        });
    }

    /// <summary>Reads a checkpoint of a training on these rows with these settings.</summary>
    /// <exception cref="DataFormatException">It is damaged, or of other data or settings.</exception>
    internal static Checkpoint Read(string path, CheckpointState expected)
    {
        byte[][] sections = Split(path, InputFile.Read(path, file => file.ReadRest(Longest, "a checkpoint")));
        return new Checkpoint(path, sections, Check(path, sections[0], expected));
    }

    /// <summary>Takes it over into network, best weights and optimiser; on an error the network is as it was.</summary>
    /// <exception cref="DataFormatException">It is of another network or optimiser.</exception>
    internal void Restore(nn.Module model, BestWeights best, Optimizer optimizer)
    {
        using var before = new BestWeights(model);
        before.Keep();
        try
        {
            if (_sections[2].Length > 0)
            {
                model.load(new MemoryStream(_sections[2]));
                best.Keep();
            }
            model.load(new MemoryStream(_sections[1]));
            using var reader = new BinaryReader(new MemoryStream(_sections[3]));
            Helper(optimizer).load_state_dict(reader);
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or EndOfStreamException)
        {
            before.Restore();
            throw new DataFormatException(
                _path, "the state of this network and optimiser", e.Message, "Delete the file to begin anew, or build the network as it was.", inner: e);
        }
    }

    private static byte[][] Split(string path, byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith(Title))
            throw new DataFormatException(path, "a training's checkpoint", "another kind of file", "Check the path.");
        var crc = new Crc32();
        var sections = new byte[Sections][];
        int at = Title.Length;
        bool whole = bytes.Length >= Title.Length + 4;
        if (whole) crc.Add(bytes.AsSpan(0, bytes.Length - 4));
        whole = whole && crc.Value == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4));
        for (int i = 0; whole && i < Sections; i++)
        {
            long length = bytes.Length - at >= 12 ? BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)) : -1;
            whole = length >= 0 && length <= bytes.Length - at - 12;
            if (!whole) break;
            sections[i] = bytes.AsSpan(at + 8, (int)length).ToArray();
            at += 8 + (int)length;
        }
        return whole && at == bytes.Length - 4
            ? sections
            : throw new DataFormatException(path, "a whole checkpoint", "one that is damaged or cut off", "Delete the file to begin anew.");
    }

    private static CheckpointState Check(string path, byte[] json, CheckpointState expected)
    {
        CheckpointState? state;
        try
        {
            state = JsonSerializer.Deserialize<CheckpointState>(json, Json);
        }
        catch (JsonException e)
        {
            throw new DataFormatException(path, "a training's state", e.Message, "Delete the file to begin anew.", inner: e);
        }
        Same("rows", expected.Rows, state!.Rows);
        Same("rows per batch", expected.BatchSize, state.BatchSize);
        Same("seed", expected.Seed, state.Seed);
        for (int i = 0; i < state.Log.Length; i++) Same($"epoch in place {i + 1}", i + 1, state.Log[i].Epoch);
        return state;

        void Same(string what, int wanted, int found)
        {
            if (wanted != found)
            {
                throw new DataFormatException(
                    path, $"{what}: {wanted}", $"{found}", "It is of another training: use its data and settings, or another file.");
            }
        }
    }

    private static OptimizerHelper Helper(Optimizer optimizer) => optimizer as OptimizerHelper ?? throw new ArgumentException(
        $"The state of the optimiser {optimizer.GetType().Name} cannot be saved: leave Checkpoint out.");

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
