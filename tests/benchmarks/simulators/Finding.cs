using System.Text.Json;

namespace HackLab.Simulation.Benchmarks;

/// <summary>A number that a simulator leads to, and what was promised of it.</summary>
internal sealed record Finding(string Name, double Value, string Promise)
{
    internal static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
