using System.Text.Json;
using Xunit;

namespace HackLab.Tests.Evaluation;

/// <summary>Numbers of a reference library, stored beside the script that wrote them.</summary>
internal static class ReferenceFile
{
    // The stored numbers and ours differ by rounding alone.
    private const double Tolerance = 1e-9;

    public static JsonElement Read(string name)
    {
        using Stream json = typeof(ReferenceFile).Assembly.GetManifestResourceStream($"HackLab.Tests.Evaluation.Reference.{name}.json")!;
        return JsonDocument.Parse(json).RootElement;
    }

    /// <summary>The numbers from 0 to how many cases there are, as the rows of a theory.</summary>
    public static IEnumerable<TheoryDataRow<int>> Cases(string name, string part) =>
        Enumerable.Range(0, Read(name).GetProperty(part).GetArrayLength()).Select(i => new TheoryDataRow<int>(i));

    public static double Number(this JsonElement of, string what) => of.GetProperty(what).GetDouble();

    public static double[] Numbers(this JsonElement of, string what) => [.. of.GetProperty(what).EnumerateArray().Select(v => v.GetDouble())];

    public static float[] Floats(this JsonElement of, string what) => [.. of.GetProperty(what).EnumerateArray().Select(v => (float)v.GetDouble())];

    public static int[] Integers(this JsonElement of, string what) => [.. of.GetProperty(what).EnumerateArray().Select(v => v.GetInt32())];

    public static void Close(JsonElement of, string what, double ours) => Close(what, of.Number(what), ours);

    public static void Close(JsonElement of, string what, IEnumerable<double> ours) => Close(what, of.Numbers(what), ours);

    public static void Close(string what, double[] expected, IEnumerable<double> ours)
    {
        double[] found = [.. ours];
        Assert.True(expected.Length == found.Length, $"{what}: {expected.Length} values expected, {found.Length} found");
        for (int i = 0; i < found.Length; i++) Close($"{what}[{i}]", expected[i], found[i]);
    }

    public static void Close(string what, double expected, double ours) => Assert.True(
        Math.Abs(expected - ours) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{what}: reference {expected:R}, here {ours:R}");
}
