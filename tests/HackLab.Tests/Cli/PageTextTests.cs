using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Cli.Pages;
using Xunit;

namespace HackLab.Tests.Cli;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("plain <", "plain &lt;")]
    [InlineData("\e[31mred\e[0m x", "<span class=\"f31\">red</span> x")]
    [InlineData("\e[1;32mbold\e[22mgreen", "<span class=\"a1 f32\">bold</span><span class=\"f32\">green</span>")]
    [InlineData("\e[38;2;1;2;3mrgb\e[39mno", "<span style=\"color:rgb(1,2,3);\">rgb</span>no")]
    [InlineData("\e[38;5;196mcube", "<span style=\"color:rgb(255,0,0);\">cube</span>")]
    [InlineData("\e[2Ka\e[10;5Hb", "ab")]
    [InlineData("10 %\r20 %\r30 %\ndone", "30 %\ndone")]
    [InlineData("a\r\nb", "a\nb")]
    public void Console_colours_become_spans_and_progress_its_last_state(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    [Fact]
    public void Coloured_code_is_the_code()
    {
        const string code = "#r \"x.dll\"\n#!time\nusing System;\n// a <comment>\nvar s = $\"{x:0.0} é\"; /* b */\nList<int> y = new List<int> { 1_000, 0x1F };\n"
            + "#if DEBUG\nint z;\n#endif\nawait Train(\"\"\"raw \"text\" \"\"\", 'c', true);\nx?.Y";
        string html = CSharpColouring.ToHtml(code);
        Assert.Equal(code, Plain(html));
        Assert.Contains("<span class=\"d\">#r &quot;x.dll&quot;</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"k\">var</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"k\">await</span> <span class=\"m\">Train</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"s\">$&quot;{x:0.0} &#233;&quot;</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"c\">// a &lt;comment&gt;</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"n\">1_000</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"k\">new</span> <span class=\"t\">List</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Coloured_code_is_the_code_whatever_was_typed() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace("\0", "").ReplaceLineEndings("\n")).ToArbitrary(),
            code => Plain(CSharpColouring.ToHtml(code)).TrimEnd('\n') == code.TrimEnd('\n')).QuickCheckThrowOnFailure();

    private static string Plain(string html) => WebUtility.HtmlDecode(Regex.Replace(html, "</?span[^>]*>", ""));
}
