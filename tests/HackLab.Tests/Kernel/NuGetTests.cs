using HackLab.Kernel;
using HackLab.Kernel.NuGet;
using Xunit;

namespace HackLab.Tests.Kernel;

/// <summary>Real restores; each is left out, with the reason, where no package source answers.</summary>
[Collection("Kernel")]
public sealed class NuGetTests : IDisposable
{
    private readonly Notebook _notebook = new();
    private readonly string _usualCache = PackageCache.Folder;

    public NuGetTests() => PackageCache.Folder = Path.Combine(_notebook.Folder, "cache");

    [Fact]
    public async Task A_package_is_restored_told_and_used()
    {
        RecordingOutput output = await Restored("#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics.Statistics;\ndouble middle = new[] { 1.0, 2.0, 9.0 }.Median();");
        Assert.StartsWith("Restoring MathNet.Numerics 5.0.0 …\nMathNet.Numerics 5.0.0 ", output.ShownText, StringComparison.Ordinal);
        Assert.Equal("2", await _notebook.Value("middle"));
        Assert.Equal("MathNet.Numerics 5.0.0 is already there.", (await _notebook.Good("#r \"nuget:MathNet.Numerics\"")).ShownText);
        // A second session finds what the first left, and starts no restore.
        using var second = new Notebook();
        Assert.Contains("is ready (restored before)", (await second.Good("#r \"nuget: MathNet.Numerics, 5.0.0\"")).ShownText, StringComparison.Ordinal);
        Assert.Equal("6", await second.Value("MathNet.Numerics.SpecialFunctions.Factorial(3)"));
        Assert.Contains("5.0.0 is in use in this session already. Restart", await Conflict(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_with_a_native_library_works()
    {
        await Restored("#r \"nuget: Microsoft.Data.Sqlite, 10.0.14\"");
        await _notebook.Good("""
            using Microsoft.Data.Sqlite;
            var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "SELECT 6 * 7";
            long answer = (long)command.ExecuteScalar();
            """);
        Assert.Equal("42", await _notebook.Value("answer"));
        // The package's own library, and not the one that the kernel has for its SQL cells.
        Assert.Equal("True", await _notebook.Value(
            "System.Diagnostics.Process.GetCurrentProcess().Modules.Cast<System.Diagnostics.ProcessModule>()"
            + ".Any(m => m.ModuleName.Contains(\"e_sqlite3\") && !m.FileName.StartsWith(AppContext.BaseDirectory))"));
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_told_in_NuGets_words()
    {
        await SkipWithoutSource();
        CellError error = await _notebook.Bad("1\n#r \"nuget: HackLab.No.Such.Package.Exists, 1.0.0\"");
        Assert.Contains("NU1101: Unable to find package HackLab.No.Such.Package.Exists.", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.Equal("2", await _notebook.Value("1 + 1"));
    }

    [Fact]
    public async Task A_folder_can_be_a_source_and_answers_without_a_network()
    {
        string feed = Directory.CreateDirectory(Path.Combine(_notebook.Folder, "feed")).FullName;
        Pack(feed, "HackLab.Test.Greeting", "1.2.0");
        _notebook.Write("NuGet.config", "<configuration><config><add key=\"globalPackagesFolder\" value=\"packages\" /></config><packageSources><clear /></packageSources></configuration>");
        RecordingOutput output = await _notebook.Good("#i \"nuget: feed\"\n#r \"nuget: HackLab.Test.Greeting, 1.*\"");
        Assert.Contains("HackLab.Test.Greeting 1.2.0 restored in", output.ShownText, StringComparison.Ordinal);
        CellError error = await _notebook.Bad("#r \"nuget: HackLab.Test.Greeting.Nothing\"");
        Assert.Contains("NU1101", error.Message, StringComparison.Ordinal);
        Assert.Contains("there is no folder", (await _notebook.Bad("#i \"nuget: nowhere\"")).Message, StringComparison.Ordinal);
        CellError version = await _notebook.Bad("#r \"nuget: HackLab.Test.Greeting, 7.0.0\"");
        Assert.Contains("NU1102", version.Message, StringComparison.Ordinal);
        Assert.Contains("1.2.0", version.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_source_answers_the_packages_of_this_machine_are_used()
    {
        await Restored("#r \"nuget: MathNet.Numerics, 5.0.0\"");
        using var offline = new Notebook();
        offline.Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"dead\" value=\"http://127.0.0.1:9/index.json\" allowInsecureConnections=\"true\" /></packageSources></configuration>");
        RecordingOutput output = await offline.Good("#r \"nuget: MathNet.Numerics\"");
        Assert.Contains("No package source answered", output.ShownText, StringComparison.Ordinal);
        Assert.Equal("24", await offline.Value("MathNet.Numerics.SpecialFunctions.Factorial(4)"));
        CellError error = await offline.Bad("#r \"nuget: HackLab.No.Such.Package.Exists\"");
        Assert.Contains("NU1301: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Is there a network?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_is_interrupted_and_leaves_no_process()
    {
        // A source that takes the connection and never answers.
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        string address = $"http://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/index.json";
        _notebook.Write("NuGet.config", $"<configuration><packageSources><clear /><add key=\"silent\" value=\"{address}\" allowInsecureConnections=\"true\" /></packageSources></configuration>");
        var output = new RecordingOutput();
        Task<CellResult> running = _notebook.Kernel.ExecuteAsync(new CellRequest("#r \"nuget: HackLab.Test.Silent, 1.0.0\""), output);
        using System.Net.Sockets.TcpClient asked = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        _notebook.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.EndsWith("was interrupted.", output.ShownText, StringComparison.Ordinal);
        // The process that asked is gone, so its end of the connection is closed.
        byte[] buffer = new byte[4096];
        int received;
        do
        {
            try { received = await asked.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken); }
            catch (IOException) { received = 0; }
        }
        while (received > 0);
        Assert.Equal("2", await _notebook.Value("1 + 1"));
    }

    [Fact]
    public async Task A_package_of_a_cell_that_failed_before_is_forgotten()
    {
        await _notebook.Bad("#r \"nuget: HackLab.No.Such.Package.Exists\"\n#r \"nuget: a b\"");
        Assert.Equal("2", await _notebook.Value("1 + 1"));
    }

    [Theory]
    [InlineData("nuget:Some.Package", "Some.Package", "*")]
    [InlineData("nuget: Some.Package, 1.2.3-beta.1", "Some.Package", "1.2.3-beta.1")]
    [InlineData("NuGet: A,1.*", "A", "1.*")]
    [InlineData("nuget: A, [1.0,2.0)", "A", "[1.0,2.0)")]
    [InlineData("nuget: A, *-*", "A", "*-*")]
    public void Requests_are_read(string text, string name, string version) => Assert.Equal(new PackageRequest(name, version), PackageRequest.Parse(text));

    [Theory]
    [InlineData("#r \"nuget:\"", "is not a package's name")]
    [InlineData("#r \"nuget: a b\"", "\"a b\" is not a package's name")]
    [InlineData("#r \"nuget: A, latest\"", "\"latest\" is not a version")]
    [InlineData("#r \"nuget: A, 1.0\\\" Condition=\\\"x\"", "is not a version")]
    [InlineData("#i \"feed\"", "expected #i \"nuget:")]
    public async Task Other_forms_are_told_in_words(string code, string words)
    {
        CellError error = await _notebook.Bad(code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        PackageCache.Folder = _usualCache;
        _notebook.Dispose();
    }

    /// <summary>Packs a library without a line of code, as text files say what it is.</summary>
    private static void Pack(string feed, string name, string version)
    {
        using System.IO.Compression.ZipArchive package = System.IO.Compression.ZipFile.Open(Path.Combine(feed, $"{name}.{version}.nupkg"), System.IO.Compression.ZipArchiveMode.Create);
        using (var writer = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open()))
        {
            writer.Write($"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{name}</id><version>{version}</version>"
                + "<authors>test</authors><description>A test.</description></metadata></package>");
        }
        using Stream entry = package.CreateEntry("lib/net10.0/_._").Open();
    }

    private static async Task<string> Conflict(Notebook notebook)
    {
        // The cache is asked first, so the conflict needs no source.
        PackageRequest[] other = [new("MathNet.Numerics", "4.0.0")];
        new RestoredPackages([new RestoredPackage("MathNet.Numerics", "4.0.0", [], [], [])], [], DateTime.UtcNow).Write(PackageCache.FileFor(other, []));
        try
        {
            return (await notebook.Bad("#r \"nuget: MathNet.Numerics, 4.0.0\"")).Message;
        }
        finally
        {
            File.Delete(PackageCache.FileFor(other, []));
        }
    }

    private async Task<RecordingOutput> Restored(string code)
    {
        (CellResult result, RecordingOutput output) = await _notebook.Run(code);
        Assert.SkipWhen(result.Error?.Message.Contains("NU1301", StringComparison.Ordinal) == true, "No package source answers: " + result.Error?.Message);
        Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? []));
        return output;
    }

    private async Task SkipWithoutSource()
    {
        (CellResult result, _) = await _notebook.Run("#r \"nuget: HackLab.No.Such.Package.Either\"");
        Assert.SkipWhen(result.Error?.Message.Contains("NU1301", StringComparison.Ordinal) == true, "No package source answers: " + result.Error?.Message);
    }
}
