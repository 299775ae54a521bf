using System.IO.Compression;

namespace HackLab.Kernel.Languages;

/// <summary>The drawing library, which the build puts beside the program: web/mermaid/mermaid.min.js.</summary>
internal static class MermaidLibrary
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "web", "mermaid", "mermaid.min.js");

    /// <summary>Whether it is there; a build without a network goes without it.</summary>
    public static bool IsThere => System.IO.File.Exists(File);

    /// <summary>
    /// The library, gzip and base64: 1.3 MB in the notebook's file and not 3.5, and without a character that means anything
    /// to HTML. Null if it is not there.
    /// </summary>
    public static string? Packed()
    {
        if (!IsThere) return null;
        using var packed = new MemoryStream();
        using (FileStream file = System.IO.File.OpenRead(File))
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) file.CopyTo(gzip);
        return Convert.ToBase64String(packed.ToArray());
    }
}
