using HackLab.Kernel;
using Xunit;

namespace HackLab.Tests.Kernel;

[Collection("Kernel")]
public sealed class LanguagesSqlTests : IDisposable
{
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task Tables_live_as_long_as_the_session_and_results_are_shown_as_tables()
    {
        RecordingOutput made = await _notebook.Good("CREATE TABLE planets (name TEXT, mass REAL, moons INTEGER);\nINSERT INTO planets VALUES ('Earth', 1.0, 1), ('Venus', 0.815, NULL);", "sql");
        Assert.Equal("2 rows changed.", made.ShownText);
        RecordingOutput shown = await _notebook.Good("#!sql\n-- a comment\nSELECT * FROM planets ORDER BY mass;\n");
        Assert.Equal("name    mass  moons\n-----  -----  -----\nVenus  0.815   NULL\nEarth      1      1", shown.ShownText);
        Assert.Contains("<td class=\"n\">0.815</td><td><i>NULL</i></td>", shown.Displays.Single().Data["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_result_is_a_typed_array_in_CSharp_and_a_table_in_SQL()
    {
        await _notebook.Good("#!sql --name result\nSELECT 1 AS id, 'a' AS name, 0.5 AS score, NULL AS missing UNION ALL SELECT 2, 'b', 2, NULL ORDER BY id");
        await _notebook.Good("long id = result[1].id; string name = result[0].name; double total = result.Sum(r => r.score); ResultRow[] typed = result;");
        Assert.Equal("2 a 2.5", await _notebook.Value("FormattableString.Invariant($\"{id} {name} {total}\")"));
        Assert.Contains("2.5", (await _notebook.Good("SELECT sum(score) FROM result", "sql")).ShownText, StringComparison.Ordinal);
        await _notebook.Good("#!share --from sql result --as other");
        Assert.Equal("2", await _notebook.Value("other.Length"));
        await _notebook.Good("#!set --name third --value @sql:result");
        Assert.Equal("2", await _notebook.Value("third[1].id"));
    }

    [Fact]
    public async Task Columns_become_members_that_CSharp_can_write()
    {
        await _notebook.Good("#!sql -n odd\nSELECT count(*), 1 AS \"2nd\", 2 AS class, 3 AS OddRow, 4 AS ToString, 5 AS x, 6 AS x, 7 AS \"a b\"");
        Assert.Equal("1 1 2 3 4 5 6 7", await _notebook.Value(
            "var o = odd[0]; $\"{o.count} {o._2nd} {o.@class} {o.OddRow2} {o.ToString2} {o.x} {o.x2} {o.a_b}\""));
    }

    [Fact]
    public async Task A_table_can_be_shared_and_keeps_booleans_and_dates()
    {
        await _notebook.Good("#!sql\nCREATE TABLE runs (id INTEGER, good BOOLEAN, start DATETIME, note TEXT, raw BLOB);\n"
            + "INSERT INTO runs VALUES (1, 1, '2024-03-01 12:30:00', 'x', x'0102'), (NULL, 0, NULL, NULL, NULL);\n#!share --from sql runs");
        await _notebook.Good("long? id = runs[1].id; bool good = runs[0].good; DateTime? start = runs[0].start; byte[] raw = runs[0].raw;");
        Assert.Equal("True 2024-03-01T12:30:00 2 True", await _notebook.Value("$\"{good} {start:s} {raw.Length} {id == null}\""));
    }

    [Fact]
    public async Task A_sequence_of_CSharp_is_a_table_by_its_name()
    {
        await _notebook.Good("""
            public enum Kind { Signal, Background }
            public record Event(int Id, float Mass, Kind Kind, DateTime? Time, bool Good, decimal Cost);
            var events = new List<Event> { new(1, 125.1f, Kind.Signal, new DateTime(2012, 7, 4), true, 1.5m), new(2, float.NaN, Kind.Background, null, false, 2) };
            """);
        await _notebook.Good("#!sql --name back\nSELECT * FROM events WHERE Kind = 'Signal'");
        await _notebook.Good("DateTime time = back[0].Time; bool good = back[0].Good; double mass = back[0].Mass;");
        Assert.Equal("2012 True 125.1", await _notebook.Value("FormattableString.Invariant($\"{time.Year} {good} {mass}\")"));
        Assert.Equal("n\n-\n1", (await _notebook.Good("SELECT count(*) AS n FROM events WHERE Mass IS NULL AND Time IS NULL", "sql")).ShownText);
        // The next cell sees the sequence as it is then.
        await _notebook.Good("events.Add(events[0] with { Id = 3 });");
        Assert.Equal("n\n-\n3", (await _notebook.Good("SELECT count(*) AS n FROM EVENTS", "sql")).ShownText);
    }

    [Theory]
    [InlineData("new[] { 3, 1, 2 }", "SELECT max(value) FROM v", "3")]
    [InlineData("new[] { new { A = 1, B = \"x\" }, new { A = 2, B = \"y\" } }.Where(r => r.A > 1)", "SELECT A || B FROM v", "2y")]
    [InlineData("new Dictionary<string, double> { [\"e\"] = 0.511 }", "SELECT value FROM v WHERE key = 'e'", "0.511")]
    [InlineData("new[] { (1, \"one\"), (2, \"two\") }", "SELECT Item2 FROM v WHERE Item1 = 2", "two")]
    [InlineData("new[,] { { 1.5, 2 }, { 3, 4 } }", "SELECT sum(c1) FROM v", "6")]
    [InlineData("new[] { new[] { 1, 2 }, new[] { 3 } }", "SELECT count(c1) || '/' || count(c0) FROM v", "1/2")]
    [InlineData("new List<Dictionary<string, object>> { new() { [\"a\"] = 1 }, new() { [\"b\"] = true } }", "SELECT sum(a) + sum(b) FROM v", "2")]
    [InlineData("new object[] { 1, \"two\", null }", "SELECT count(*) || count(value) FROM v", "32")]
    [InlineData("Enumerable.Range(0, 1000)", "SELECT sum(value) FROM v", "499500")]
    public async Task Many_kinds_of_values_are_tables(string value, string sql, string expected)
    {
        await _notebook.Good($"var v = {value};");
        Assert.Equal(expected, (await _notebook.Good(sql, "sql")).ShownText.Split('\n')[^1].Trim());
    }

    [Fact]
    public async Task A_data_table_is_one_too()
    {
        await _notebook.Good("using System.Data;\nvar t = new DataTable(); t.Columns.Add(\"x\", typeof(int)); t.Columns.Add(\"X2\", typeof(string)); t.Rows.Add(4, DBNull.Value); t.Rows.Add(5, \"five\");");
        Assert.Equal("x  n\n-  -\n5  1", (await _notebook.Good("SELECT max(x) AS x, count(X2) AS n FROM t", "sql")).ShownText);
    }

    [Fact]
    public async Task A_parameter_is_the_value_of_a_CSharp_variable()
    {
        await _notebook.Good("double cut = 1.5; string word = \"it's\"; var v = new[] { 1.0, 2.0, 3.0 };");
        Assert.Equal("2it's", (await _notebook.Good("SELECT count(*) || @word FROM v WHERE value > @cut", "sql")).ShownText.Split('\n')[^1]);
        Assert.Contains("there is no C# variable nothing", (await _notebook.Bad("SELECT @nothing", "sql")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_results_are_cut_with_a_count_but_named_ones_are_whole()
    {
        RecordingOutput output = await _notebook.Good(
            "#!sql --name big\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12345) SELECT i FROM n");
        Assert.EndsWith("\n200\n(200 of 12,345 rows shown)", output.ShownText, StringComparison.Ordinal);
        Assert.Contains("<caption>200 of 12,345 rows shown</caption>", output.Displays.Single().Data["text/html"], StringComparison.Ordinal);
        Assert.Equal("12345", await _notebook.Value("big.Length"));
    }

    [Fact]
    public async Task Shown_text_is_escaped()
    {
        string html = (await _notebook.Good("SELECT '<script>' AS \"<b>\"", "sql")).Displays.Single().Data["text/html"];
        Assert.Contains("<th>&lt;b&gt;</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td>&lt;script&gt;</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELEC 1", "near \"SELEC\": syntax error", 1)]
    [InlineData("SELECT 1;\n\nSELECT *\nFROM plants", "no such table: plants. Did you mean planets?", 4)]
    [InlineData("SELECT name,\n  weight FROM planets", "no such column: weight", 2)]
    [InlineData("INSERT INTO list VALUES (1)", "cannot modify list because it is a view. It is a C# variable", 1)]
    [InlineData("SELECT * FROM number", "no such table: number. There is a C# variable number, but it is no sequence of rows", 1)]
    [InlineData("\nINSERT INTO planets VALUES (NULL)", "NOT NULL constraint failed: planets.name", 2)]
    public async Task Errors_are_SQLites_own_words_with_the_line(string sql, string words, int line)
    {
        await _notebook.Good("var list = new[] { 1 }; int number = 1;\n#!sql\nCREATE TABLE planets (name TEXT NOT NULL);");
        CellError error = await _notebook.Bad(sql, "sql");
        Assert.Equal("SqlError", error.Name);
        Assert.StartsWith(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    [Theory]
    [InlineData("#!sql --nme x\nSELECT 1", "Did you mean --name?")]
    [InlineData("#!sql --name 2x\nSELECT 1", "2x cannot be a variable's name")]
    [InlineData("#!sql --name x\nCREATE TABLE t (i)", "nothing here gives rows")]
    public async Task Wrong_options_are_told_with_their_line(string code, string words)
    {
        CellError error = await _notebook.Bad("\n" + code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_directive_between_the_language_and_its_text_keeps_the_name()
    {
        await _notebook.Good("#!sql --name r\n#!set --name low --value 3\nSELECT @low AS v");
        Assert.Equal("3", await _notebook.Value("r[0].v"));
    }

    [Fact]
    public async Task A_query_without_end_is_interrupted_and_the_tables_are_kept()
    {
        await _notebook.Good("CREATE TABLE kept (i); INSERT INTO kept VALUES (7)", "sql");
        var output = new RecordingOutput();
        Task<CellResult> running = _notebook.Kernel.ExecuteAsync(new CellRequest(
            "SELECT 'started'; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", "sql"), output);
        output.WaitFor(o => o.Displays.Count > 0);
        _notebook.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.EndsWith("7", (await _notebook.Good("SELECT * FROM kept", "sql")).ShownText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_sequences_are_interrupted_too()
    {
        await _notebook.Good("IEnumerable<int> Endless() { Console.WriteLine(\"started\"); Console.Out.Flush(); for (int i = 0; ; i++) yield return i; }\nvar endless = Endless();");
        var output = new RecordingOutput();
        Task<CellResult> running = _notebook.Kernel.ExecuteAsync(new CellRequest("SELECT 1; SELECT count(*) FROM endless", "sql"), output);
        output.WaitFor(o => o.Displays.Count > 0);
        _notebook.Kernel.Interrupt();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("1\n-\n1", (await _notebook.Good("SELECT 1", "sql")).ShownText);
    }

    [Fact]
    public async Task A_data_frame_is_a_table_by_its_name_and_a_result_becomes_one()
    {
        string library = typeof(HackLab.Data.DataFrame).Assembly.Location;
        await _notebook.Good($$"""
            #r "{{library}}"
            using HackLab.Data;
            var stars = new DataFrame(
                new StringDataFrameColumn("name", ["Sirius", "Vega", null]), new PrimitiveDataFrameColumn<double>("mass", new double?[] { 2.06, 2.14, null }));
            """);
        await _notebook.Good("#!sql --name heavy\nSELECT name, mass * 2 AS twice FROM stars WHERE mass > 2.1");
        Assert.Equal("Vega 4.28", await _notebook.Value("FormattableString.Invariant($\"{heavy[0].name} {heavy[0].twice}\")"));
        Assert.Equal("1 2", await _notebook.Value("var back = DataFrame.From(heavy); $\"{back.Rows.Count} {back.Columns.Count}\""));
        Assert.EndsWith("1", (await _notebook.Good("SELECT count(*) FROM stars WHERE mass IS NULL AND name IS NULL", "sql")).ShownText, StringComparison.Ordinal);
    }

    public void Dispose() => _notebook.Dispose();
}
