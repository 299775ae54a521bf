using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HackLab.Data;
using HackLab.Data.Delimited;
using HackLab.Tests.Data.Fuzzing;
using Xunit;

namespace HackLab.Tests.Data;

public sealed class CsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hacklab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Types_are_found_in_the_data_and_missing_values_are_marked()
    {
        TypedColumns table = Csv.Read(Write("name,n,id,x,ok,note\nA,1,3000000000,1.5,true,\"a, \"\"b\"\"\nc\"\nB,NA,-1,,FALSE,\nC,3,2,nan,true,\"\"\n"));

        Assert.Equal(["name", "n", "id", "x", "ok", "note"], table.Names);
        Assert.Equal([ColumnType.Text, ColumnType.Int32, ColumnType.Int64, ColumnType.Double, ColumnType.Boolean, ColumnType.Text], table.Select(c => c.Type));
        Assert.Equal(["A", "B", "C"], table["name"].As<string>());
        Assert.Equal([1, 0, 3], table["n"].As<int>());
        Assert.Equal([true, false, true], table["n"].Present!);
        Assert.Equal([3000000000, -1, 2], table["id"].As<long>());
        Assert.Null(table["id"].Present);
        Assert.Equal([1.5, double.NaN, double.NaN], table["x"].As<double>());
        Assert.Equal(2, table["x"].MissingCount);
        Assert.Equal([true, false, true], table["ok"].As<bool>());
        Assert.Equal(new[] { "a, \"b\"\nc", null, "" }.AsEnumerable(), table["note"].As<string?>());   // a quoted empty field is an empty text
        Assert.True(table["note"].IsMissing(1) && !table["note"].IsMissing(2));
    }

    [Theory]
    [InlineData("a,b\n1,x\n", ',')]
    [InlineData("a\tb\r\n1\tx\r\n", '\t')]
    [InlineData("a;b\r1;x\r", ';')]
    [InlineData("  a  \t b\n 1 \t x  \n", ' ', ' ')]
    [InlineData("\uFEFFa,b\n1,x", ',')]
    [InlineData("#c \"\n# d\na,b\n#e\n1,x\n", ',')]
    [InlineData("\"a\";\"b\"\n\"1\";\"x\"\n\n\n", ';')]
    public void Every_dialect_gives_the_same_columns(string text, char delimiter, char? given = null)
    {
        TypedColumns table = Csv.Read(Write(text), new DelimitedOptions { Comment = '#', Delimiter = given });
        Assert.Equal((delimiter, 1, true), (table.Delimiter!.Value, table.Rows, table.HasHeader));
        Assert.Equal([1], table["a"].As<int>());
        Assert.Equal(["x"], table["b"].As<string>());
    }

    [Fact]
    public void A_type_that_only_a_late_row_needs_is_found_and_nothing_is_lost()
    {
        const int rows = 120_000;   // more than one block, far more than are looked at first
        var text = new StringBuilder("id,whole,real,long,word,none\n");
        for (int i = 0; i < rows; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{i},{i},{i},{i},\n");
        text.Append("1,2.5,1e3,5000000000,x,7\n");
        TypedColumns table = Csv.Read(Write(text.ToString()));

        Assert.Equal([ColumnType.Int32, ColumnType.Double, ColumnType.Double, ColumnType.Int64, ColumnType.Text, ColumnType.Int32], table.Select(c => c.Type));
        Assert.Equal(rows + 1, table.Rows);
        for (int i = 0; i < rows; i += 997)
        {
            Assert.Equal((i, i, i), (table[0].As<int>()[i], table[1].As<double>()[i], table[3].As<long>()[i]));
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), table[4].As<string>()[i]);
        }
        Assert.Equal((2.5, 5000000000, "x", 7), (table[1].As<double>()[rows], table[3].As<long>()[rows], table[4].As<string>()[rows], table[5].As<int>()[rows]));
        Assert.Equal(rows, table["none"].MissingCount);
    }

    [Fact]
    public void Given_types_rule_and_a_value_that_does_not_fit_names_its_line()
    {
        string path = Write("day,x,code\n2015-09-14,1,007\n2015-09-14T09:50:45.4,2,008\n");
        var options = new DelimitedOptions
        {
            Types = new Dictionary<string, ColumnType> { ["day"] = ColumnType.Date, ["x"] = ColumnType.Single, ["code"] = ColumnType.Text },
        };
        TypedColumns table = Csv.Read(path, options);
        Assert.Equal([new DateTime(2015, 9, 14), new DateTime(2015, 9, 14, 9, 50, 45, 400)], table["day"].As<DateTime>());
        Assert.Equal([1f, 2f], table["x"].As<float>());
        Assert.Equal(["007", "008"], table["code"].As<string>());

        DataFormatException e = Assert.Throws<DataFormatException>(() =>
            Csv.Read(path, new DelimitedOptions { Types = new Dictionary<string, ColumnType> { ["day"] = ColumnType.Int32 } }));
        Assert.Equal((2, "1 (day)", "'2015-09-14'"), (e.Line, e.Column, e.Found));
        Assert.Throws<ArgumentException>(() => Csv.Read(path, new DelimitedOptions { Types = new Dictionary<string, ColumnType> { ["nix"] = ColumnType.Text } }));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", 3, "1 (with the delimiter ',')")]
    [InlineData("a,b\n1,\"x\ny\"\n3,4,5\n", 4, "3 (with the delimiter ',')")]
    [InlineData("a,b\n1,\"x\n", 2, "a quote that is not closed")]
    [InlineData("a,b\n1,\"x\"y\n", 2, "text behind a closing quote")]
    [InlineData("a,b\n1,2\n\n3,4\n", 3, "an empty line")]
    [InlineData("", 0, "an empty file")]
    public void Bad_text_names_the_line_and_what_was_found(string text, long line, string found)
    {
        DataFormatException e = Assert.Throws<DataFormatException>(() => Csv.Read(Write(text)));
        Assert.Equal((line, found), (e.Line, e.Found));
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused_and_not_replaced()
    {
        string path = Path.Combine(_folder, "latin1.csv");
        File.WriteAllBytes(path, [.. "a,b\nM"u8, 0xFC, .. "nchen,1\n"u8]);
        DataFormatException e = Assert.Throws<DataFormatException>(() => Csv.Read(path));
        Assert.Equal((2, "1 (a)", "text in UTF-8"), (e.Line, e.Column, e.Expected));
    }

    [Fact]
    public void Any_texts_written_by_the_rules_of_rfc_4180_are_read_back()
    {
        Gen<string?> field = Gen.Frequency(
            (1, Gen.Constant((string?)null)),
            (6, Gen.ArrayOf(Gen.Elements("a", "é", "1", ",", "\"", "\n", "\r", " ", "#", "NA", ";", "\t", "x")).Select(parts => (string?)string.Concat(parts))));
        Gen<string?[][]> tables = from columns in Gen.Choose(1, 5) from rows in Gen.Choose(0, 12) from table in Gen.ArrayOf(Gen.ArrayOf(field, columns), rows) select table;
        Prop.ForAll(tables.ToArbitrary(), rows =>
        {
            int columns = rows.Length == 0 ? 2 : rows[0].Length;
            var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(c => $"\"c{c}\""))).Append("\r\n");
            foreach (string?[] row in rows) text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
            var options = new DelimitedOptions
            {
                Header = true, Missing = ["<none>"], Types = Enumerable.Range(0, columns).ToDictionary(c => $"c{c}", _ => ColumnType.Text),
            };
            TypedColumns table = Csv.Read(Write(text.ToString()), options);
            return table.Rows == rows.Length && rows.Select((row, i) => row.Select((value, c) => table[c].As<string?>()[i] == value).All(same => same)).All(same => same);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7, 9));

        static string Quoted(string? value) => value is null ? "<none>" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [Fact]
    public void Quoted_fields_with_line_breaks_lie_across_blocks_unharmed()
    {
        const int rows = 60_000;
        var text = new StringBuilder("id,note,x\n");
        for (int i = 0; i < rows; i++) text.Append(CultureInfo.InvariantCulture, $"{i},\"line {i}\nsecond \"\"{i}\"\", with comma\n\",{i / 4.0}\n");
        TypedColumns table = Csv.Read(Write(text.ToString()));

        Assert.Equal(rows, table.Rows);
        for (int i = 0; i < rows; i++)
        {
            if (table["note"].As<string>()[i] != FormattableString.Invariant($"line {i}\nsecond \"{i}\", with comma\n")) Assert.Fail($"row {i}");
            if (table["id"].As<int>()[i] != i || table["x"].As<double>()[i] != i / 4.0) Assert.Fail($"row {i}");
        }
    }

    [Fact]
    public void The_first_fault_is_named_whichever_thread_finds_it()
    {
        var text = new StringBuilder("a,b\n");
        for (int i = 0; i < 400_000; i++) text.Append(i is 150_000 or 150_001 or 399_999 ? "1,2,3\n" : "1,2\n");
        string path = Write(text.ToString());
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(150_002, Assert.Throws<DataFormatException>(() => Csv.Read(path)).Line);
            Assert.Equal(150_002, Assert.Throws<DataFormatException>(() => DelimitedReader.Read(path)).Line);
        }
    }

    [Fact]
    public void Damaged_files_are_refused_or_read_and_nothing_else()
    {
        byte[] plain = Encoding.UTF8.GetBytes("name,n,x,ok\n\"a, b\",1,0.5,true\n\"c\"\"d\",2,,false\né,-3,1e-3,NA\nlong word,4,2.25,true\n");
        byte[] numbers = Encoding.UTF8.GetBytes("1.5 2 3e5\r\n-4 5.25 6\r\n7 8 9.125\r\n");
        MutatedFiles.Read(
            [plain, plain, numbers, DelimitedReaderTests.Gzip(Encoding.UTF8.GetString(plain))],
            path =>
            {
                TypedColumns table = Csv.Read(path);
                Assert.All(table, column => Assert.Equal(table.Rows, column.Count));
            },
            ".csv");
    }

    [Fact]
    public void Damaged_tables_of_numbers_are_refused_or_read_and_nothing_else()
    {
        byte[] comma = Encoding.UTF8.GetBytes("a,b,c\n1,2.5,-3e-2\n4,5.123456789012345678,6\n\"7\", 8,9\n\n");
        byte[] blanks = Encoding.UTF8.GetBytes(" 1 2  3\r\n 4  5 6 \r\n");
        MutatedFiles.Read(
            [comma, blanks, DelimitedReaderTests.Gzip(Encoding.UTF8.GetString(comma))],
            path =>
            {
                NumberTable table = DelimitedReader.Read(path);
                Assert.True(table.Rows * table.Columns == table.Values.Length && table.Values.All(float.IsFinite));
            },
            ".csv");
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "data.csv");
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
