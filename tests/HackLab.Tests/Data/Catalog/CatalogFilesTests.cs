using System.IO.Compression;
using HackLab.Data;
using HackLab.Data.Catalog;
using HackLab.Data.Download;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Data.Catalog;

/// <summary>The cache is named by an environment variable, and those are one per process, so these tests run alone.</summary>
[Collection(Facade.HostHooks.Name)]
public sealed class CatalogFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable(DataCache.Variable);

    public CatalogFilesTests() => Environment.SetEnvironmentVariable(DataCache.Variable, _folder.Path);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DataCache.Variable, _before);
        _folder.Dispose();
    }

    [Fact]
    public void A_file_that_only_people_can_download_is_asked_for_in_words_and_then_found()
    {
        var error = Assert.Throws<DownloadException>(() => CatalogFiles.Locate("nmr", "gauss_echos_model_r.txt"));
        Assert.Contains(Path.Combine(_folder.Path, "nmr"), error.Message, StringComparison.Ordinal);
        Assert.Contains("https://github.com/ML4SCI/DeepLearnHackathon/tree/main/NMRSpinChallenge", error.Message,
            StringComparison.Ordinal);
        string path = _folder.Write("nmr/gauss_echos_model_r.txt", "1 2 3");
        Assert.Equal(path, CatalogFiles.Locate("nmr", "gauss_echos_model_r.txt"));
    }

    [Fact]
    public async Task A_file_from_a_folder_is_verified_as_one_from_the_network()
    {
        (CatalogEntry entry, CatalogFile file) = Labels();
        byte[] wrong = new byte[4542];
        string stick = _folder.Write("stick/" + file.Name, "");
        File.WriteAllBytes(stick, wrong);
        var error =
            await Assert.ThrowsAsync<DownloadException>(
                () => CatalogFiles.FetchAsync(entry, file, Options, Path.GetDirectoryName(stick)));
        Assert.Contains(file.Sha256!, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "mnist", file.Name)));
        await Assert.ThrowsAsync<DownloadException>(
            () => CatalogFiles.FetchAsync(entry, file, Options, Path.Combine(_folder.Path, "nowhere")));
    }

    [Fact]
    public async Task The_real_file_from_a_folder_is_taken_listed_verified_and_removed()
    {
        (CatalogEntry entry, CatalogFile file) = Labels();
        string? real = RealDataFolder.Find() is { } folder ? Path.Combine(folder, "mnist") : null;
        Assert.SkipWhen(real is null || !Directory.Exists(real),
            $"There are no real MNIST files: set {RealDataFolder.Variable}.");
        FetchedFile fetched = await CatalogFiles.FetchAsync(entry, file, Options, real);
        Assert.True(fetched.Verified);
        Assert.Equal(fetched.Path, CatalogFiles.Locate("mnist", file.Name));
        CachedItem item = Assert.Single(CatalogCache.Of(entry));
        Assert.Equal((CachedKind.File, 4542L, false), (item.Kind, item.Bytes, item.IsByHand));
        Assert.True(CatalogCache.Verify(entry, file, TestContext.Current.CancellationToken)!.Verified);
        CatalogCache.Remove(item);
        Assert.Empty(CatalogCache.Of(entry));
        Assert.Null(CatalogCache.Verify(entry, file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_changed_in_the_cache_loses_its_name_when_it_is_verified()
    {
        CatalogEntry entry = DatasetCatalog.Entry("nmr");
        CatalogFile file = entry.File("gauss_mat_info_model.txt");
        string path = _folder.Write("nmr/" + file.Name, "1 2 3");
        Assert.False(CatalogCache.Verify(entry, file, TestContext.Current.CancellationToken)!.Verified);
        File.WriteAllText(path, "1 2 4");
        Assert.Throws<DownloadException>(() => CatalogCache.Verify(entry, file, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(path));
        Assert.Equal("1 2 4", File.ReadAllText(path + ".wrong"));
    }

    [Fact]
    public void Files_of_an_archive_are_unpacked_once_and_given_in_their_order()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "lensing-classes"));
        string archive = Path.Combine(_folder.Path, "lensing-classes", "dataset.zip");
        using (ZipArchive zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            foreach (string name in new[] { "dataset/train/no/2.npy", "dataset/train/no/1.npy", "dataset/val/cdm/1.npy",
                "readme.txt" })
                zip.CreateEntry(name).Open().Dispose();
        }
        IReadOnlyList<string> files = CatalogFiles.LocateAll("lensing-classes", "images");
        Assert.Equal(
            ["train/no/1.npy", "train/no/2.npy", "val/cdm/1.npy"],
            files.Select(file => Path.GetRelativePath(Path.Combine(archive + ".unpacked", "dataset"), file).Replace('\\', '/')));
        Assert.Equal(files, CatalogFiles.LocateAll("lensing-classes", "images"));
        Assert.Equal([CachedKind.File, CachedKind.Unpacked], CatalogCache.Of(DatasetCatalog.Entry("lensing-classes"))
            .Select(item => item.Kind));
    }

    [Fact]
    public void The_whole_HIGGS_set_is_the_file_of_the_catalogue_and_a_wrong_one_is_not_read()
    {
        _folder.Write("higgs/HIGGS.csv.gz", "not it");
        CatalogFile file = DatasetCatalog.Entry("higgs").File("HIGGS.csv.gz");
        var error =
            Assert.Throws<DownloadException>(
                () => CatalogCache.Verify(DatasetCatalog.Entry("higgs"), file, TestContext.Current.CancellationToken));
        Assert.Contains("2,816,407,858", error.Message, StringComparison.Ordinal);
        string words = WatchedFetch.Announcement(DatasetCatalog.Entry("higgs"), file);
        Assert.Equal(
            $"Downloading HIGGS.csv.gz: 2.82 GB from archive.ics.uci.edu; licence: CC BY 4.0; verified by its sha256; kept in {Path.Combine(_folder.Path, "higgs")}.", words);
    }

    [Fact]
    public void A_size_that_is_full_is_never_taken_for_the_sample()
    {
        Assert.True(Size.Full.IsFull);
        Assert.Throws<NotSupportedException>(() => Size.Full.Rows);
        Assert.Equal(("full", "sample"), (Size.Full.ToString(), Size.Sample.ToString()));
        Assert.NotEqual(Size.Full, Size.Sample);
    }

    [Theory]
    [InlineData("Unix", "/home/a/.cache/hacklab")]
    [InlineData("Unix", "/x/hacklab", "XDG_CACHE_HOME=/x")]
    [InlineData("Unix", "/home/a/.cache/hacklab", "XDG_CACHE_HOME=relative")]
    [InlineData("MacOS", "/home/a/Library/Caches/hacklab", "XDG_CACHE_HOME=/x")]
    [InlineData("Windows", "/local/hacklab", "LOCALAPPDATA=/local")]
    [InlineData("Windows", "/own", "HACKLAB_CACHE=/own", "LOCALAPPDATA=/local")]
    [InlineData("Unix", "/own", "HACKLAB_CACHE=/own", "XDG_CACHE_HOME=/x")]
    public void The_cache_is_where_the_platform_keeps_caches(string platform, string folder, params string[] variables)
    {
        Dictionary<string, string> set = variables.Select(one => one.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        set["HOME"] = "/home/a";
        string found = DataCache.FolderFor(set.GetValueOrDefault, Enum.Parse<DataCache.OSPlatformKind>(platform));
        Assert.Equal(Path.GetFullPath(folder), Path.GetFullPath(found));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("C:x")]
    public void A_folder_of_the_cache_has_a_plain_name(string name) =>
        Assert.Throws<ArgumentException>(() => DataCache.FolderOf(name));

    private static DownloadOptions Options => new() { Cancellation = TestContext.Current.CancellationToken };

    private static (CatalogEntry Entry, CatalogFile File) Labels() =>
        (DatasetCatalog.Entry("mnist"), DatasetCatalog.Entry("mnist").File("t10k-labels-idx1-ubyte.gz"));
}
