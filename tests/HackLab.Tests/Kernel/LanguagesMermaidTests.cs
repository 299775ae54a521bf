using System.IO.Compression;
using System.Text.RegularExpressions;
using HackLab.Kernel;
using HackLab.Kernel.Languages;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection("Kernel")]
public sealed partial class LanguagesMermaidTests : IDisposable
{
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task A_diagram_is_shown_in_three_forms()
    {
        RecordingOutput output = await _notebook.Good("#!mermaid\n\ngraph LR\n  A --> B\n");
        MimeBundle shown = output.Displays.Single();
        Assert.Equal("graph LR\n  A --> B", shown.Data["text/plain"]);
        Assert.Equal("graph LR\n  A --> B", shown.Data["text/vnd.mermaid"]);
        Assert.Contains("<pre>graph LR\n  A --&gt; B</pre>", shown.Data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagram_cannot_break_out_of_its_element()
    {
        string html = (await _notebook.Good("graph LR\n  A[\"</pre></script><script>alert(1)</script>%LIBRARY%\"]", "mermaid")).Displays.Single().Data["text/html"];
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Single(Regex.Matches(html, "</script"));
    }

    [Fact]
    public async Task The_library_travels_once_and_again_with_the_same_diagram()
    {
        Assert.SkipUnless(MermaidLibrary.IsThere, "This build has no web/mermaid/mermaid.min.js.");
        Assert.True(Carries(await _notebook.Good("graph LR; A-->B", "mermaid")));
        Assert.False(Carries(await _notebook.Good("graph LR; C-->D", "mermaid")));
        Assert.True(Carries(await _notebook.Good("graph LR; A-->B", "mermaid")));
        Assert.True(Carries(await _notebook.Good("#!mermaid --library\ngraph LR; E-->F")));
        Assert.Contains("Did you mean --library?", (await _notebook.Bad("#!mermaid --libary\ngraph LR")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_packed_library_is_the_file()
    {
        Assert.SkipUnless(MermaidLibrary.IsThere, "This build has no web/mermaid/mermaid.min.js.");
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(MermaidLibrary.Packed()!)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "web", "mermaid", "mermaid.min.js")), reader.ReadToEnd());
    }

    [Fact]
    public void Without_the_library_the_source_is_shown_with_a_sentence()
    {
        string html = MermaidView.Of("graph LR", library: null, installed: false);
        Assert.Contains("built without the drawing library", html, StringComparison.Ordinal);
        Assert.Contains("<pre>graph LR</pre>", html, StringComparison.Ordinal);
    }

    public void Dispose() => _notebook.Dispose();

    private static bool Carries(RecordingOutput output) => Packed().IsMatch(output.Displays.Single().Data["text/html"]);

    [GeneratedRegex("packed = \"[A-Za-z0-9+/=]{100000,}\"")]
    private static partial Regex Packed();
}
