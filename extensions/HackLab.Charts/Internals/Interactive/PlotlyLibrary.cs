using System.IO.Compression;

namespace HackLab.Charts.Internals.Interactive;

/// <summary>
/// plotly.js (MIT licence), which the build puts beside this library: web/plotly/plotly.min.js. It travels with the first
/// interactive figure of a session, and again with that same figure when its cell runs again.
/// </summary>
internal static class PlotlyLibrary
{
    private static readonly Lock Gate = new();
    private static readonly Lazy<string?> Kept = new(Pack);
    private static string? _carrier;

    /// <summary>Its file; null for a build that had no network.</summary>
    public static string? File { get; } = new[] { Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location),
        AppContext.BaseDirectory }
        .Where(folder => !string.IsNullOrEmpty(folder))
        .Select(folder => Path.Combine(folder!, "web", "plotly", "plotly.min.js"))
        .FirstOrDefault(System.IO.File.Exists);

    /// <summary>Whether this build has it.</summary>
    public static bool IsThere => File is not null;

    /// <summary>
    /// The library, gzip and base64: 2 MB and not 4.8, and without a character that means anything to HTML. Null if it is not
    /// there or cannot be read.
    /// </summary>
    public static string? Packed => Kept.Value;

    /// <summary>Whether the figure with this key brings the library along.</summary>
    public static bool TravelsWith(string key)
    {
        lock (Gate) return (_carrier ??= key) == key;
    }

    private static string? Pack()
    {
        if (File is not { } path) return null;
        using var packed = new MemoryStream();
        try
        {
            using FileStream file = System.IO.File.OpenRead(path);
            using var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true);
            file.CopyTo(gzip);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;   // as if it were not there: showing a figure must not fail
        }
        return Convert.ToBase64String(packed.ToArray());
    }
}
