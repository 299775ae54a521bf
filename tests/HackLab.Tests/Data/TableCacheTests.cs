using System.Globalization;
using System.Text;
using HackLab.Data.Delimited;
using HackLab.Data.Npy;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class TableCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_second_load_takes_the_kept_numbers_and_gives_the_same(bool beside)
    {
        (string path, DelimitedOptions options) = Table(beside);
        NumberTable first = DelimitedReader.Read(path, options);
        string kept = options.Cache!.FileFor<float>(path);
        Assert.True(File.Exists(kept));
        DateTime written = File.GetLastWriteTimeUtc(kept);
        NumberTable second = DelimitedReader.Read(path, options);

        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.Header, second.Header);
        Assert.Equal((first.File, first.Columns, first.Delimiter), (second.File, second.Columns, second.Delimiter));
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
        Assert.Empty(Directory.GetFiles(_folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void That_the_numbers_come_from_the_cache_shows_when_its_source_lies_about_its_age()
    {
        (string path, DelimitedOptions options) = Table(beside: true);
        DateTime time = File.GetLastWriteTimeUtc(path);
        DelimitedReader.Read(path, options);
        File.WriteAllText(path, File.ReadAllText(path).Replace('7', '8'));
        File.SetLastWriteTimeUtc(path, time);
        Assert.Contains(7f, DelimitedReader.Read(path, options).Values);      // same size, same time: taken for the same
        File.SetLastWriteTimeUtc(path, time.AddSeconds(1));
        Assert.DoesNotContain(7f, DelimitedReader.Read(path, options).Values);
    }

    [Fact]
    public void Other_options_read_anew()
    {
        (string path, DelimitedOptions options) = Table(beside: true);
        int rows = DelimitedReader.Read(path, options).Rows;
        Assert.Equal(rows - 1, DelimitedReader.Read(path, options with { Header = true, SkipLines = 1 }).Rows);
        Assert.Equal(rows, DelimitedReader.Read(path, options).Rows);
    }

    [Fact]
    public void A_damaged_cache_is_never_believed()
    {
        (string path, DelimitedOptions options) = Table(beside: true);
        float[] right = DelimitedReader.Read(path, options).Values;
        string kept = options.Cache!.FileFor<float>(path);
        byte[] good = File.ReadAllBytes(kept);
        var random = new Random(5);
        for (int i = 0; i < 400; i++)
        {
            byte[] bad = [.. good];
            if (i % 3 == 0) bad = bad[..random.Next(bad.Length)];
            else if (i % 3 == 1) bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            else bad = [.. bad[..random.Next(bad.Length)], 0, .. bad[random.Next(bad.Length)..]];
            File.WriteAllBytes(kept, bad);
            Assert.Equal(right, DelimitedReader.Read(path, options).Values);
            Assert.Equal(good, File.ReadAllBytes(kept));
        }
    }

    [Fact]
    public void The_cache_holds_an_npy_file_with_the_numbers_in_front()
    {
        (string path, DelimitedOptions options) = Table(beside: true);
        NumberTable table = DelimitedReader.Read(path, options);
        string alone = Path.Combine(_folder, "alone.npy");
        Npy.Write(alone, table.Values, table.Rows, table.Columns);
        byte[] expected = File.ReadAllBytes(alone);
        Assert.Equal(expected, File.ReadAllBytes(options.Cache!.FileFor<float>(path))[..expected.Length]);
    }

    [Fact]
    public void Faults_of_the_source_are_those_without_a_cache()
    {
        string path = Path.Combine(_folder, "bad.csv");
        File.WriteAllText(path, "1,2\n3,x\n");
        var options = new DelimitedOptions { Cache = TableCache.Beside };
        Assert.Equal(2, Assert.Throws<HackLab.Data.DataFormatException>(() => DelimitedReader.Read(path, options)).Line);
        Assert.Throws<HackLab.Data.DataFormatException>(() => DelimitedReader.Read(Path.Combine(_folder, "none.csv"), options));
        Assert.False(File.Exists(options.Cache!.FileFor<float>(path)));
    }

    private (string Path, DelimitedOptions Options) Table(bool beside)
    {
        string path = Path.Combine(_folder, "table.csv");
        var text = new StringBuilder("a,\"b \"\"c\"\"\"\n");
        for (int i = 0; i < 50; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{i / 8.0}\n");
        File.WriteAllText(path, text.ToString());
        return (path, new DelimitedOptions { Cache = beside ? TableCache.Beside : TableCache.In(Path.Combine(_folder, "new", "cache")) });
    }
}
