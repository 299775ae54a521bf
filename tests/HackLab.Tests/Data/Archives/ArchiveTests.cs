using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using HackLab.Data;
using HackLab.Data.Archives;
using HackLab.Tests.Cli;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data.Archives;

public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_zip_unpacks_with_its_folders()
    {
        Unpack(Zip(("dataset/train/a.txt", "one"), ("dataset/empty/", ""), ("b.txt", "two")));
        Assert.Equal("one", File.ReadAllText(Out("dataset", "train", "a.txt")));
        Assert.Equal("two", File.ReadAllText(Out("b.txt")));
        Assert.True(Directory.Exists(Out("dataset", "empty")));
    }

    [Fact]
    public void A_tar_and_a_tar_gz_unpack_alike()
    {
        byte[] tar = Tar(("./d/a.txt", TarEntryType.RegularFile, "one"));
        Unpack(tar);
        Assert.Equal("one", File.ReadAllText(Out("d", "a.txt")));
        Directory.Delete(Out(), recursive: true);
        Unpack(Gzip(tar), "x.tgz");
        Assert.Equal("one", File.ReadAllText(Out("d", "a.txt")));
    }

    [Fact]
    public void A_gz_gives_the_file_it_is_called_after()
    {
        Unpack(Gzip("text"u8.ToArray()), "table.csv.gz");
        Assert.Equal("text", File.ReadAllText(Out("table.csv")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("..\\outside.txt")]
    [InlineData("/etc/outside.txt")]
    [InlineData("\\\\host\\share\\outside.txt")]
    [InlineData("C:/outside.txt")]
    [InlineData("c:outside.txt")]
    [InlineData("a/b:stream.txt")]
    [InlineData("a/.. /outside.txt")]
    [InlineData("a/.../outside.txt")]
    [InlineData("a//b.txt")]
    [InlineData("nul.txt")]
    [InlineData("a/COM1")]
    [InlineData("bad\u0001name.txt")]
    public void Names_that_could_lead_out_are_refused_in_zip_and_tar(string name)
    {
        AssertRefused(Zip(("good.txt", "x"), (name, "bad")), "stay within the folder");
        AssertRefused(Tar(("good.txt", TarEntryType.RegularFile, "x"), (name, TarEntryType.RegularFile, "bad")),
            "stay within the folder");
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public void Links_and_devices_are_refused(TarEntryType kind) =>
        AssertRefused(Tar(("link", kind, "/etc/passwd")), "link or a device");

    [Fact]
    public void A_link_in_a_zip_is_refused()
    {
        byte[] zip = Zip(attributes: unchecked((int)0xA1FF0000), ("link", "/etc/passwd"));
        AssertRefused(zip, "link or a device");
    }

    [Fact]
    public void A_name_that_comes_twice_is_refused_whatever_its_case() =>
        AssertRefused(Zip(("a.txt", "1"), ("A.TXT", "2")), "every name once");

    [Fact]
    public void A_bomb_is_refused_by_what_it_declares_and_a_lying_one_by_what_comes_out()
    {
        string zeros = new('0', 4 << 20);
        byte[] bomb = Zip(("bomb.txt", zeros));
        var small = new UnpackLimits { SmallTotal = 1 << 20 };
        AssertRefused(bomb, "to come out of an archive", small);
        AssertRefused(Gzip(Encoding.ASCII.GetBytes(zeros)), "to come out of an archive", small, "bomb.gz");
        AssertRefused(Gzip(Tar(("bomb.txt", TarEntryType.RegularFile, zeros))), "to come out of an archive", small, "bomb.tgz");
        // The size stands twice, in the entry's own header and in the directory at the end: both say 10 bytes now.
        byte[] lying = Replace(bomb, BitConverter.GetBytes(4 << 20), BitConverter.GetBytes(10));
        AssertRefused(lying, "", small);
        Unpack(bomb, limits: small with { LargestRatio = 2000 });
        Assert.Equal(4 << 20, new FileInfo(Out("bomb.txt")).Length);
    }

    [Fact]
    public void Too_many_entries_are_refused() =>
        AssertRefused(Zip(("1", ""), ("2", ""), ("3", "")), "at most 2 entries", new UnpackLimits { MostEntries = 2 });

    [Fact]
    public void A_zip_whose_bytes_do_not_fit_their_check_sum_is_refused()
    {
        byte[] zip = Zip(CompressionLevel.NoCompression, ("a.txt", "some plain text"));
        AssertRefused(Replace(zip, "plain"u8.ToArray(), "PLAIN"u8.ToArray()), "check sum");
    }

    [Fact]
    public void Damaged_archives_are_refused_or_unpack_and_never_do_anything_else()
    {
        var random = new byte[300];
        new Random(1).NextBytes(random);
        string text = Convert.ToBase64String(random);
        byte[] tar = Tar(("d/a.txt", TarEntryType.RegularFile, text), ("b.txt", TarEntryType.RegularFile, "b"));
        MutatedFiles.Read(
            [Zip(("d/a.txt", text), ("b.txt", "b")), tar, Gzip(tar), Gzip(random)], path => Archive.Unpack(path, new Nowhere(path)),
            ".gz", largestAllocation: 8 << 20);
    }

    /// <summary>Unpacks without writing: ten thousand folders take a minute on a busy disk.</summary>
    private sealed class Nowhere(string archive) : Unpacking(archive, "folder", new UnpackLimits { SmallTotal = 1 << 20 }, default)
    {
        internal override void MakeFolder(string place)
        {
        }

        protected override Stream MakeFile(string place) => new MemoryStream();
    }

    private string Out(params string[] parts) => Path.Combine([_folder.Path, "out", .. parts]);

    private void Unpack(byte[] archive, string name = "x.zip", UnpackLimits? limits = null)
    {
        string path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, archive);
        Archive.Unpack(path, Out(), limits, TestContext.Current.CancellationToken);
    }

    private void AssertRefused(byte[] archive, string words, UnpackLimits? limits = null, string name = "x.zip")
    {
        var error = Assert.Throws<DataFormatException>(() => Unpack(archive, name, limits));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        // Nothing of it is left: neither the folder nor the place where it was made.
        Assert.Empty(Directory.GetDirectories(_folder.Path));
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Zip(CompressionLevel.Optimal, 0, entries);

    private static byte[] Zip(CompressionLevel level, params (string Name, string Text)[] entries) => Zip(level, 0, entries);

    private static byte[] Zip(int attributes, params (string Name, string Text)[] entries) =>
        Zip(CompressionLevel.Optimal, attributes, entries);

    private static byte[] Zip(CompressionLevel level, int attributes, (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in entries)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, level);
                if (attributes != 0) entry.ExternalAttributes = attributes;
                if (name.EndsWith('/')) continue;
                using Stream content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    private static byte[] Tar(params (string Name, TarEntryType Kind, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach ((string name, TarEntryType kind, string text) in entries)
            {
                var entry = new PaxTarEntry(kind, name);
                if (kind is TarEntryType.SymbolicLink or TarEntryType.HardLink) entry.LinkName = text;
                else if (kind == TarEntryType.RegularFile) entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                tar.WriteEntry(entry);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return stream.ToArray();
    }

    private static byte[] Replace(byte[] bytes, byte[] what, byte[] with)
    {
        byte[] changed = [.. bytes];
        int count = 0;
        for (int at; (at = changed.AsSpan().IndexOf(what)) >= 0; count++) with.CopyTo(changed.AsSpan(at));
        Assert.True(count > 0);
        return changed;
    }
}
