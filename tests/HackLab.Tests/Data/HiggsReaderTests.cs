using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Data.Higgs;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class HiggsReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false, false, '\t', false)]
    [InlineData(false, true, ',', false)]
    [InlineData(true, false, ';', false)]
    [InlineData(true, true, ' ', false)]
    [InlineData(false, false, ',', true)]
    [InlineData(true, true, '\t', true)]
    public void Every_layout_gives_the_same_data(bool labelLast, bool header, char delimiter, bool gzip)
    {
        TabularData expected = Datasets.Higgs.Load(Size.Simulated(50, seed: 3));
        TabularData read = Datasets.Higgs.Load(Write(Text(expected, labelLast, header, delimiter), gzip));

        Assert.Equal(expected.X, read.X);
        Assert.Equal(expected.Y, read.Y);
        Assert.Equal(expected.Features, read.Features);
        Assert.Equal(["background", "signal"], read.ClassNames);
    }

    [Fact]
    public void A_header_may_name_columns_in_any_order_and_in_the_published_spelling()
    {
        TabularData expected = Datasets.Higgs.Load(Size.Simulated(20, seed: 4));
        string text = Text(expected, labelLast: true, header: true, ',');
        string published = text.Replace("jet_1_btag", "jet 1 b-tag", StringComparison.Ordinal).Replace("lepton_pT", "lepton pT", StringComparison.Ordinal)
            .Replace("label", "class_label", StringComparison.Ordinal);
        string reversed = string.Join('\n', published.TrimEnd('\n').Split('\n').Select(line => string.Join(',', line.Split(',').Reverse())));
        TabularData read = Datasets.Higgs.Load(Write(reversed));

        Assert.Equal(expected.X, read.X);
        Assert.Equal(expected.Y, read.Y);
    }

    [Fact]
    public void A_label_column_that_cannot_be_told_is_asked_for_and_never_guessed()
    {
        string ones = string.Join(',', Enumerable.Repeat("1", 29)) + "\n";
        DataFormatException both = Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(Write(ones)));
        Assert.Contains("LabelColumn.First", both.Message, StringComparison.Ordinal);
        Assert.Equal(1, Datasets.Higgs.Load(Write(ones), LabelColumn.Last).Count);

        string none = string.Join(',', Enumerable.Repeat("0.5", 29)) + "\n";
        Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(Write(none)));
    }

    [Fact]
    public void A_label_that_is_neither_0_nor_1_names_its_line()
    {
        string[] lines = Text(Datasets.Higgs.Load(Size.Simulated(20, seed: 5)), false, false, '\t').TrimEnd('\n').Split('\n');
        lines[11] = "2" + lines[11][1..];
        string path = Write(string.Join('\n', lines));

        DataFormatException found = Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(path));
        Assert.Equal((12, "2"), (found.Line, found.Found));
        DataFormatException told = Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(path, LabelColumn.First));
        Assert.Equal((12, "1 (label)", "2"), (told.Line, told.Column, told.Found));
    }

    [Fact]
    public void Wrong_headers_columns_and_delimiters_are_named()
    {
        string text = Text(Datasets.Higgs.Load(Size.Simulated(5, seed: 6)), false, true, ',');
        Assert.Contains("'m_xx'", Fails(text.Replace("m_bb", "m_xx", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.Contains("without a column yet: m_bb", Fails(text.Replace("m_bb", "m_xx", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.Contains("'m_jj' twice", Fails(text.Replace("m_bb", "m_jj", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.Contains("expected 29 columns, found 28", Fails(text.Replace(",m_bb", "", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.Contains("expected 29 columns, found 30", Fails(text.Replace("m_bb", "m_bb,more", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        string path = Write(text);
        DataFormatException delimiter = Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(path, delimiter: ';'));
        Assert.Contains("pass it as Delimiter", delimiter.Message, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(path, LabelColumn.Last));
    }

    [Fact]
    public void Mutated_files_give_right_data_or_a_format_exception_and_nothing_else()
    {
        TabularData original = Datasets.Higgs.Load(Size.Simulated(12, seed: 7));
        byte[] plain = Encoding.UTF8.GetBytes(Text(original, false, true, '\t'));
        byte[] packed = DelimitedReaderTests.Gzip(Encoding.UTF8.GetString(plain));
        string path = Path.Combine(_folder, "mutated");
        int refused = 0, read = 0;
        Gen<byte[]> mutated =
            from source in Gen.Elements(plain, plain, packed)
            from times in Gen.Choose(1, 4)
            from edits in Gen.ArrayOf(Gen.Two(Gen.Choose(0, int.MaxValue - 1)), times)
            select edits.Aggregate(source, Mutate);
        Prop.ForAll(mutated.ToArbitrary(), bytes =>
        {
            File.WriteAllBytes(path, bytes);
            try
            {
                TabularData data = Datasets.Higgs.Load(path);
                read++;
                return data.Count > 0 && data.X.Length == data.Count * 28 && data.X.All(float.IsFinite) && data.Y.All(y => y is 0 or 1);
            }
            catch (DataFormatException e)
            {
                refused++;
                return e.File == path && e.Expected.Length > 0 && e.Found.Length > 0 && e.Advice.Length > 0;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(42, 43));
        Assert.True(refused > 100 && read > 100, $"{refused} refused, {read} read: the mutations are one-sided");
    }

    private static byte[] Mutate(byte[] bytes, (int What, int Where) edit)
    {
        if (bytes.Length == 0) return bytes;
        int at = edit.Where % bytes.Length;
        byte[] bits = "\t\n\r,;0123456789.eE+- \"xNa\0\uFFFD"u8.ToArray();
        return (edit.What % 6) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], bits[edit.What / 6 % bits.Length], .. bytes[at..]],
            3 => [.. bytes[..at], bits[edit.What / 6 % bits.Length], .. bytes[(at + 1)..]],
            4 => [.. bytes[..at], .. bytes.AsSpan(at, Math.Min(200, bytes.Length - at)), .. bytes[at..]],
            _ => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (edit.What / 6 % 8))), .. bytes[(at + 1)..]],
        };
    }

    private DataFormatException Fails(string text)
    {
        string path = Write(text);
        return Assert.Throws<DataFormatException>(() => Datasets.Higgs.Load(path));
    }

    private string Write(string text, bool gzip = false)
    {
        string path = Path.Combine(_folder, gzip ? "data.tsv.gz" : "data.tsv");
        File.WriteAllBytes(path, gzip ? DelimitedReaderTests.Gzip(text) : Encoding.UTF8.GetBytes(text));
        return path;
    }

    private static string Text(TabularData data, bool labelLast, bool header, char delimiter)
    {
        var text = new StringBuilder();
        if (header) text.Append(Row("label", data.Features.Select(f => f.Name)));
        for (int i = 0; i < data.Count; i++)
            text.Append(Row(data.Y[i].ToString(CultureInfo.InvariantCulture), data.Row(i).ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return text.ToString();

        string Row(string label, IEnumerable<string> values) =>
            string.Join(delimiter, labelLast ? values.Append(label) : values.Prepend(label)) + "\n";
    }
}
