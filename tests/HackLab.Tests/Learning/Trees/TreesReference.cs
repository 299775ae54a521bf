using System.Text.Json;

namespace HackLab.Tests.Learning.Trees;

/// <summary>What scikit-learn found; Reference/trees.py wrote it.</summary>
internal static class TreesReference
{
    public static JsonElement Root { get; } = Load();

    public static JsonElement Boosting => Root.GetProperty("boosting");

    public static float[] Floats(JsonElement array) =>
        [.. array.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? float.NaN : v.GetSingle())];

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    public static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetInt32())];

    private static JsonElement Load()
    {
        using Stream json = typeof(TreesReference).Assembly.GetManifestResourceStream(
            "HackLab.Tests.Learning.Reference.trees.json")!;
        return JsonDocument.Parse(json).RootElement;
    }
}
