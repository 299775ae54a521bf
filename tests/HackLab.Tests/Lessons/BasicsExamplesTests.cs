using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HackLab.Tests.Kernel;
using Xunit;

namespace HackLab.Tests.Lessons;

/// <summary>The examples of <c>notebooks/ml-basics.md</c> print what stands below them, run one after the other in one session.</summary>
[Collection(KernelCollection.Name)]
public sealed partial class BasicsExamplesTests
{
    private const int Pages = 6, MostLines = 3, MostColumns = 110;

    private static readonly string Page = File.ReadAllText(Path.Combine(Notebooks(), "ml-basics.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Every_example_prints_what_the_page_says()
    {
        string library = typeof(HackLab.Lab).Assembly.Location.Replace('\\', '/');
        using var session = new TestSession();
        foreach (Match block in Blocks().Matches(Page))
        {
            string code = block.Groups["code"].Value.Replace("../artifacts/lab/HackLab.dll", library, StringComparison.Ordinal);
            Ran ran = await session.Run(code);
            Assert.Equal("", ran.Output.StandardError);
            Assert.Equal(block.Groups["printed"].Value, ran.Output.StandardOutput.ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void Each_of_the_six_pages_has_one_picture_and_one_example_of_three_lines()
    {
        string[] pages = [.. Regex.Split(Page, "^## (?=[0-9])", RegexOptions.Multiline).Skip(1)];
        Assert.Equal(Pages, pages.Length);
        Assert.All(pages, page =>
        {
            Assert.Single(Regex.Matches(page, @"!\["));
            Match example = Assert.Single(Blocks().Matches(page));
            string[] lines = example.Groups["code"].Value.TrimEnd('\n').Split('\n');
            Assert.Equal(MostLines, lines.Length);
            Assert.All(lines, line => Assert.InRange(line.Length, 1, MostColumns));
            Assert.NotEqual("", example.Groups["printed"].Value);
        });
    }

    private static string Notebooks([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../notebooks"));

    /// <summary>A block of C#, and the block of text right after it, if there is one.</summary>
    [GeneratedRegex("```csharp\n(?<code>.*?)```(?:\n+```text\n(?<printed>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
