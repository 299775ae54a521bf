namespace HackLab.Cli.Pages;

/// <summary>
/// The browser libraries beside the program, in web/, where the build puts them. They are files and not resources so that
/// the kernel's process, which never reads them, does not carry them, and the kernel can find them without this assembly.
/// </summary>
internal sealed class WebAssets(string folder)
{
    public static WebAssets Installed { get; } = new(Path.Combine(AppContext.BaseDirectory, "web"));

    /// <summary>KaTeX's script; null if the build could not get it.</summary>
    public string? KatexScript => Read("katex", "katex.min.js");

    public string? KatexStyle => Read("katex", "katex.min.css");

    public string? MermaidScript => Read("mermaid", "mermaid.min.js");

    /// <summary>One of KaTeX's fonts, such as "KaTeX_Main-Regular".</summary>
    public byte[]? KatexFont(string name) =>
        Path.Combine(folder, "katex", "fonts", name + ".woff2") is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private string? Read(params string[] names) =>
        Path.Combine([folder, .. names]) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
