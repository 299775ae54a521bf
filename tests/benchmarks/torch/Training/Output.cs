using System.Text.Json;
using System.Text.Json.Serialization;

namespace ManagedTorch.Benchmarks;

/// <summary>JSON without reflection: a fresh process that only wants its first step timed must not pay for that.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StepTimes))]
[JsonSerializable(typeof(StepMemory))]
[JsonSerializable(typeof(FirstStep))]
internal sealed partial class Output : JsonSerializerContext;
