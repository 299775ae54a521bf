using System.Globalization;
using System.IO.Compression;
using System.Text;
using HackLab.Data;
using HackLab.Data.Delimited;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class DelimitedReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("1,2\n3,4\n", ',', false)]
    [InlineData("1;2\r\n3;4\r\n", ';', false)]
    [InlineData("1\t2\n3\t4", '\t', false)]
    [InlineData("  1   2\n3 4  \n\n\n", ' ', false)]
    [InlineData("a b,c\n1 , 2\n3, 4\n", ',', true)]
    [InlineData("\"x\"\t\"y\"\n1\t2\n3\t4\n", '\t', true)]
    [InlineData("\uFEFFx,y\n1,2\n3,4\n", ',', true)]
    public void Delimiter_and_header_are_found_and_stated(string text, char delimiter, bool header)
    {
        NumberTable table = DelimitedReader.Read(Write(text));

        Assert.Equal([1f, 2, 3, 4], table.Values);
        Assert.Equal((2, 2, delimiter, header), (table.Rows, table.Columns, table.Delimiter, table.Header is not null));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1\n")]
    [InlineData("1\r\n")]
    public void The_smallest_file_is_one_digit(string text) => Assert.Equal([1f], DelimitedReader.Read(Write(text)).Values);

    [Fact]
    public void A_gzip_file_is_told_by_its_bytes_and_not_by_its_name()
    {
        NumberTable table = DelimitedReader.Read(Write(Gzip("1,2\n3,4\n"), "plain.csv"));
        Assert.Equal([1f, 2, 3, 4], table.Values);
    }

    [Theory]
    [InlineData("1,2\n3,x\n", 2, "2", "'x'")]
    [InlineData("a,b\n1,2\n3,x\n", 3, "2 (b)", "'x'")]
    [InlineData("1,2\n3\n", 2, "", "1 (with the delimiter ',')")]
    [InlineData("1,2\n3,4,5\n", 2, "", "3 (with the delimiter ',')")]
    [InlineData("1,2\n3,NaN\n", 2, "2", "'NaN'")]
    [InlineData("1,2\n-Infinity,3\n", 2, "1", "'-Infinity'")]
    [InlineData("1,2\n1e999,3\n", 2, "1", "'1e999'")]
    [InlineData("1,2\n1e39,3\n", 2, "1", "'1e39'")]
    [InlineData("1,2\n3,\n", 2, "2", "nothing")]
    [InlineData("1,2\n\n3,4\n", 2, "", "an empty line")]
    [InlineData("1,b\n3,4\n", 1, "2", "'b'")]
    [InlineData("a,b\n", 1, "", "the end of the file")]
    [InlineData("", 0, "", "an empty file")]
    [InlineData("\n\n", 0, "", "an empty file")]
    [InlineData("1,2\n0x10,3\n", 2, "1", "'0x10'")]
    [InlineData("1,2\n1 000,3\n", 2, "1", "'1 000'")]
    public void Bad_text_names_file_line_column_and_what_was_found(string text, long line, string column, string found)
    {
        string path = Write(text);
        DataFormatException e = Assert.Throws<DataFormatException>(() => DelimitedReader.Read(path));

        Assert.Equal((path, line, column, found), (e.File, e.Line, e.Column, e.Found));
        Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
        Assert.Contains(found, e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Advice);
    }

    [Fact]
    public void A_decimal_comma_is_named_as_such()
    {
        DataFormatException e = Assert.Throws<DataFormatException>(() => DelimitedReader.Read(Write("1;2\n1,5;3\n")));
        Assert.Contains("with a point, not a comma", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_a_folder_and_utf16_are_told_apart()
    {
        string missing = Path.Combine(_folder, "none.csv");
        Assert.Contains("none of that name", Assert.Throws<DataFormatException>(() => DelimitedReader.Read(missing)).Message, StringComparison.Ordinal);
        Assert.Contains("a folder", Assert.Throws<DataFormatException>(() => DelimitedReader.Read(_folder)).Message, StringComparison.Ordinal);
        string wide = Write([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("1,2\n")], "wide.csv");
        Assert.Contains("UTF-16", Assert.Throws<DataFormatException>(() => DelimitedReader.Read(wide)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_cut_anywhere_is_never_taken_for_whole()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 200; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{i * 7919 % 1000}\n");
        byte[] whole = Gzip(text.ToString());
        for (int length = 0; length < whole.Length; length++)
        {
            string path = Write(whole[..length], "cut.gz");
            Assert.Throws<DataFormatException>(() => DelimitedReader.Read(path));
        }
        Assert.Equal(400, DelimitedReader.Read(Write(whole, "whole.gz")).Values.Length);
        byte[] flipped = [.. whole];
        flipped[^6] ^= 1;
        Assert.Throws<DataFormatException>(() => DelimitedReader.Read(Write(flipped, "flipped.gz")));
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_to_its_end()
    {
        string path = Write([.. Gzip("1,2\n"), .. Gzip("3,4\n5,6\n")], "members.gz");
        Assert.Equal([1f, 2, 3, 4, 5, 6], DelimitedReader.Read(path).Values);
        Assert.Throws<DataFormatException>(() => DelimitedReader.Read(Write([.. Gzip("1,2\n"), .. Gzip("3,4\n")[..^3]], "cut.gz")));
    }

    [Fact]
    public void Numbers_are_those_of_the_runtimes_own_parser()
    {
        var random = new Random(1);
        string[] special = ["0", "-0", "0.0", "-0.000", "1e-7", "1E+05", "123456789012345678901234567890", ".5", "5.", "9007199254740993", "0.1", "1e22", "1e-22",
            "3.4028234e38", "1.17549435e-38", "1e-45", "8.692932128906250000e-01", "-6.350818276405334473e-01", "00012.500", "+3", "0.30000000000000004", "1e-99"];
        IEnumerable<string> drawn = Enumerable.Range(0, 20_000).Select(i =>
            ((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-30, 30))).ToString((i % 4) switch { 0 => "R", 1 => "E8", 2 => "E18", _ => "F6" }, CultureInfo.InvariantCulture));
        string[] texts = [.. special, .. drawn];
        float[] values = DelimitedReader.Read(Write(string.Join('\n', texts))).Values;

        for (int i = 0; i < texts.Length; i++)
        {
            float expected = float.Parse(texts[i], CultureInfo.InvariantCulture);
            Assert.True(BitConverter.SingleToUInt32Bits(expected) == BitConverter.SingleToUInt32Bits(values[i]), $"{texts[i]}: {expected:R} is not {values[i]:R}");
        }
    }

    [Fact]
    public void Lines_that_lie_across_blocks_are_read_whole()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 300_000; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{i / 8.0}\n");
        NumberTable table = DelimitedReader.Read(Write(text.ToString()));

        Assert.Equal(300_000, table.Rows);
        for (int i = 0; i < table.Rows; i++) Assert.Equal((i, i / 8f), (table.Values[2 * i], table.Values[(2 * i) + 1]));
    }

    [Fact]
    public void A_cancelled_read_stops()
    {
        var options = new DelimitedOptions { Cancellation = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => DelimitedReader.Read(Write("1,2\n"), options));
    }

    private string Write(string text) => Write(new UTF8Encoding(false).GetBytes(text), "data.csv");

    private string Write(byte[] bytes, string name)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return memory.ToArray();
    }
}
