using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HackLab.Charts;
using Xunit;

namespace HackLab.Tests.Lessons;

/// <summary>
/// The pictures of <c>notebooks/ml-basics.md</c> are those that our charts draw today. To make them anew:
/// <c>dotnet run --project tests/HackLab.Tests -c Release -- -class '*BasicsPicturesTests'</c>, look at <c>artifacts/ml-basics</c>, and copy
/// what you mean to <c>notebooks/images/ml-basics</c>.
/// </summary>
public sealed partial class BasicsPicturesTests
{
    private const int MostBytes = 200_000;

    public static TheoryData<string> Names => [.. BasicsPictures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_in_the_course_is_what_the_charts_draw(string name)
    {
        string svg = BasicsPictures.All[name]().ToSvg();
        string fresh = Path.Combine(Root(), "artifacts", "ml-basics", name + ".svg");
        Directory.CreateDirectory(Path.GetDirectoryName(fresh)!);
        File.WriteAllText(fresh, svg + "\n");
        string kept = Path.Combine(Root(), "notebooks", "images", "ml-basics", name + ".svg");
        Assert.True(File.Exists(kept), $"{kept} is missing; {fresh} is what it should be.");
        Assert.True(Same(File.ReadAllText(kept).TrimEnd(), svg), $"{kept} is not what the charts draw now. If {fresh} is better, copy it.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_stands_on_a_page_with_words_for_those_who_cannot_see_it(string name)
    {
        var file = new FileInfo(Path.Combine(Root(), "notebooks", "images", "ml-basics", name + ".svg"));
        Assert.InRange(file.Length, 1_000, MostBytes);
        string page = File.ReadAllText(Path.Combine(Root(), "notebooks", "ml-basics.md"));
        Match picture = Regex.Match(page, $@"!\[(?<alt>[^\]]+)\]\(images/ml-basics/{Regex.Escape(name)}\.svg\)");
        Assert.True(picture.Success, $"ml-basics.md does not show {name}.svg.");
        Assert.InRange(picture.Groups["alt"].Length, 40, 300);
    }

    [Theory]
    [InlineData("M1.0 2.0", "M1.1 2.0", true)]
    [InlineData("M1.0 2.0", "M1.9 2.0", false)]
    [InlineData("area 0.79", "areas 0.79", false)]
    [InlineData("base64,AAA=\"/>", "base64,BBB=\"/>", true)]
    public void Pictures_are_compared_by_their_words_and_nearly_by_their_numbers(string one, string other, bool same) =>
        Assert.Equal(same, Same(one, other));

    /// <summary>The last digit of a place on the page may differ between machines, and so may how pixels are packed.</summary>
    private static bool Same(string one, string other)
    {
        string[] a = Number().Split(Pixels().Replace(one, "")), b = Number().Split(Pixels().Replace(other, ""));
        return a.Length == b.Length && a.Zip(b).All(pair => pair.First == pair.Second
            || (double.TryParse(pair.First, CultureInfo.InvariantCulture, out double x)
                && double.TryParse(pair.Second, CultureInfo.InvariantCulture, out double y) && Math.Abs(x - y) <= 0.25));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"(-?\d+(?:\.\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex("base64,[^\"]*")]
    private static partial Regex Pixels();
}
