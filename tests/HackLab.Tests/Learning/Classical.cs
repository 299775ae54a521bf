using System.Text.Json;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Learning;

/// <summary>The rows of classical.json and what scikit-learn found on them.</summary>
internal static class Classical
{
    private static readonly JsonElement _root = Load();

    public static float[] X => Floats(Of("data", "x"));

    public static int[] Y => Ints(Of("data", "y"));

    public static float[] Targets => Floats(Of("data", "t"));

    public static float[] Test => Floats(Of("data", "test"));

    /// <summary>All rows, with their three classes.</summary>
    public static TabularData Rows { get; } = new("rows", Columns(4), X, Y, ["p", "q", "r"]);

    /// <summary>The rows of the first two classes, or all.</summary>
    public static (float[] X, int[] Y) Classes(int classes)
    {
        int[] rows = [.. Enumerable.Range(0, Y.Length).Where(i => Y[i] < classes)];
        return (Rows.Take(rows).X, [.. rows.Select(i => Y[i])]);
    }

    public static Feature[] Columns(int count) => [.. Enumerable.Range(0, count).Select(j => new Feature($"x{j}"))];

    public static JsonElement Of(params string[] path) => path.Aggregate(_root, (element, name) => element.GetProperty(name));

    public static double[] Doubles(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetDouble())];

    public static float[] Floats(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetSingle())];

    public static int[] Ints(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetInt32())];

    /// <summary>The expected numbers of a named field, and those found, within a tolerance relative to 1 or to the number if larger.</summary>
    public static void Same(JsonElement expected, IEnumerable<double> found, double tolerance) => Same(Doubles(expected), [.. found], tolerance);

    public static void Same(JsonElement expected, IEnumerable<float> found, double tolerance) => Same(expected, found.Select(v => (double)v), tolerance);

    public static void Same(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double allowed = tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(Math.Abs(expected[i] - found[i]) <= allowed, $"Value {i} is {found[i]:R}, expected {expected[i]:R} to {tolerance}.");
        }
    }

    private static JsonElement Load()
    {
        using Stream json = typeof(Classical).Assembly.GetManifestResourceStream("HackLab.Tests.Learning.Reference.classical.json")!;
        return JsonDocument.Parse(json).RootElement;
    }
}
