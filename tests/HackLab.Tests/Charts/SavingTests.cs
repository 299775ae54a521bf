using System.Buffers.Binary;
using System.Globalization;
using HackLab.Charts;
using HackLab.Charts.Internals.Saving;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>Figures as files.</summary>
public sealed class SavingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-saving-").FullName;
    private readonly Figure _figure = Chart.Roc([0, 0.1, 0.4, 1], [0, 0.6, 0.9, 1], 0.82,
        new() { Title = "ROC of <this> & that" });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("svg")]
    [InlineData("json")]
    [InlineData("html")]
    public void Saving_twice_writes_one_whole_file_and_leaves_nothing_else(string kind)
    {
        string path = Path.Combine(_folder, "plots", $"roc.{kind}");
        _figure.Save(path);
        _figure.Save(path);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        string text = File.ReadAllText(path);
        if (kind == "svg") Assert.Equal(_figure.ToSvg(), text);
        if (kind == "json") Assert.Equal(_figure.ToPlotlyJson(), text);
        if (kind == "html") Assert.Contains(_figure.ToSvg(), text, StringComparison.Ordinal);
        Assert.NotEqual('\uFEFF', text[0]);
    }

    [Fact]
    public void A_page_escapes_its_title_and_refers_to_nothing_outside()
    {
        string path = Path.Combine(_folder, "roc.html");
        _figure.Save(path);
        string page = File.ReadAllText(path);
        Assert.Contains("<title>ROC of &lt;this&gt; &amp; that</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_endings_are_refused_with_those_that_work()
    {
        string message = Assert.Throws<ArgumentException>(() => _figure.Save(Path.Combine(_folder, "roc.pdf"))).Message;
        Assert.Contains(".svg, .png, .html or .json", message, StringComparison.Ordinal);
        Assert.Contains("'roc.pdf'", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_png_has_two_pixels_for_each_of_the_figures_and_nothing_is_left_behind()
    {
        Assert.SkipWhen(InstalledBrowser.Find() is null,
            $"There is no Chromium, Chrome or Edge (or name one in {InstalledBrowser.Variable}).");
        string path = Path.Combine(_folder, "roc.PNG");
        string[] before = Profiles();
        _figure.Save(path);
        byte[] png = File.ReadAllBytes(path);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        // The IHDR chunk: width and height are the first two numbers (PNG specification, 11.2.2).
        Assert.Equal(2 * _figure.Width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(2 * _figure.Height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.InRange(png.Length, 10_000, 1_000_000);
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Empty(Profiles().Except(before));
    }

    [Fact]
    public async Task A_browser_that_does_not_work_is_told_and_leaves_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /bin/false.");
        string[] before = Profiles();
        IOException error = await Assert.ThrowsAsync<IOException>(() =>
            HeadlessBrowser.StartAsync("/bin/false", TestContext.Current.CancellationToken));
        Assert.Contains("/bin/false ended before it could be used", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() =>
            HeadlessBrowser.StartAsync(Path.Combine(_folder, "none"), TestContext.Current.CancellationToken));
        Assert.Empty(Profiles().Except(before));
    }

    [Fact]
    public async Task A_browser_that_says_nothing_is_ended_when_patience_is()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Needs /bin/sh.");
            return;
        }
        string silent = Path.Combine(_folder, "silent");
        await File.WriteAllTextAsync(silent, "#!/bin/sh\necho $$ > \"$0.pid\"\nexec sleep 1000\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(silent, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var patience = new CancellationTokenSource();
        Task<HeadlessBrowser> start = HeadlessBrowser.StartAsync(silent, patience.Token);
        while (!File.Exists(silent + ".pid") || File.ReadAllText(silent + ".pid").Length == 0) await Task.Yield();
        int process = int.Parse(await File.ReadAllTextAsync(silent + ".pid", TestContext.Current.CancellationToken),
            CultureInfo.InvariantCulture);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(Directory.Exists($"/proc/{process}") && File.ReadAllText($"/proc/{process}/stat").Split(' ')[2] != "Z");
    }

    [Theory]
    [InlineData("/opt/mine", null, "/opt/mine", "/opt/mine")]
    [InlineData("/opt/missing", null, "/usr/bin/chromium", null)]
    [InlineData(null, "/usr/bin", "/usr/bin/google-chrome", "/usr/bin/google-chrome")]
    [InlineData(null, null, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [InlineData(null, null, @"C:\Programs\Microsoft\Edge\Application\msedge.exe", @"C:\Programs\Microsoft\Edge\Application\msedge.exe")]
    [InlineData(null, "/usr/bin", "/usr/bin/firefox", null)]
    public void Browsers_are_found_where_systems_put_them(string? named, string? path, string there, string? found)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && path is not null, "Paths of Unix.");
        var variables = new Dictionary<string, string?> { ["HACKLAB_CHROMIUM"] = named, ["PATH"] = path, ["ProgramFiles(x86)"] = @"C:\Programs" };
        Assert.Equal(found, InstalledBrowser.Find(variables.GetValueOrDefault, file => file == there));
    }

    private static string[] Profiles() =>
        Directory.GetDirectories(Path.GetTempPath(), $"hacklab-browser-{Environment.ProcessId}-*");
}
