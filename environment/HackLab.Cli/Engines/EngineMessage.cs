using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Kernel;

namespace HackLab.Cli.Engines;

/// <summary>What a message between the runner and an engine process says.</summary>
internal enum EngineWord
{
    /// <summary>To the engine: run a cell.</summary>
    Run,

    /// <summary>To the engine: stop the running cell.</summary>
    Interrupt,

    /// <summary>To the engine: nothing more will come.</summary>
    Exit,

    /// <summary>From the engine, one per method of <see cref="ICellOutput"/>.</summary>
    Stream, Display, UpdateDisplay, Result, Error, ClearOutput,

    /// <summary>From the engine: the cell has ended.</summary>
    Done,
}

/// <summary>One line of JSON on the pipe between the runner and an engine process; unused fields are left out.</summary>
internal sealed record EngineMessage(EngineWord Word, int Cell = 0)
{
    public string? Code { get; init; }
    public string? Language { get; init; }
    public OutputStream? Stream { get; init; }
    public string? Text { get; init; }
    public IReadOnlyDictionary<string, string>? Data { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public string? DisplayId { get; init; }
    public bool? Wait { get; init; }
    public CellError? Error { get; init; }
    public CellStatus? Status { get; init; }
    public TimeSpan? Elapsed { get; init; }
    public long? PeakBytes { get; init; }

    public string ToLine() => JsonSerializer.Serialize(this, EngineJson.Default.EngineMessage);

    public static EngineMessage Parse(string line) => JsonSerializer.Deserialize(line, EngineJson.Default.EngineMessage)!;
}

/// <summary>Serialisers made at compile time: reflection would cost every engine process a tenth of a second at start.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EngineMessage))]
internal sealed partial class EngineJson : JsonSerializerContext;
