using System.Text.RegularExpressions;
using HackLab.Kernel.Directives;
using HackLab.Kernel.Errors;
using HackLab.Kernel.Execution;
using SQLitePCL;

namespace HackLab.Kernel.Languages;

/// <summary>
/// #!sql: SQLite in memory, one database for the session. A name that is no table but a C# variable is read from that; @x is
/// the value of the variable x.
/// </summary>
internal sealed partial class SqlLanguage(Session session) : ILanguage, IDisposable
{
    // Of a result that has no name only what is shown is kept.
    private const int MostShown = 200;

    private readonly Dictionary<string, SqlTable> _results = [];
    private readonly HashSet<string> _lent = new(StringComparer.OrdinalIgnoreCase);
    private SqlDatabase? _database;

    public IReadOnlyList<string> Names { get; } = ["sql"];

    public string Usage => "[--name x]";

    public string Summary =>
        "The lines that follow are SQL (SQLite, tables live as long as the session). C# sequences are tables by their name, @y is the value of y; the result becomes the C# variable x.";

    public void Run(CellPart part, CellJob job)
    {
        DirectiveOptions options;
        try
        {
            options = DirectiveOptions.Read("#!sql", part.Arguments, [], ["-n --name"]);
            if (options.Has("--name")) options.Name("--name");
        }
        catch (DirectiveException problem)
        {
            throw new DirectiveException(problem.Message, Math.Max(1, part.Line - 1));
        }
        bool named = options.Has("--name");
        SqlTable? last = RunAll(part.Text, part.Line, named ? int.MaxValue : MostShown, job);
        if (!named) return;
        if (last is null) throw new DirectiveException("#!sql --name: nothing here gives rows, so there is no result to name.", Math.Max(1, part.Line - 1));
        string name = options.Name("--name");
        _results[name] = last;
        SqlRows.Declare(name, last, job, session);
    }

    /// <summary>Makes a named result, or a table, a C# variable.</summary>
    /// <exception cref="DirectiveException">There is neither of that name.</exception>
    public void Share(string source, string name, string directive, CellJob job)
    {
        if (!_results.TryGetValue(source, out SqlTable? table))
        {
            IReadOnlyList<string> tables = _database?.Tables() ?? [];
            if (!tables.Contains(source, StringComparer.OrdinalIgnoreCase))
            {
                string[] there = [.. _results.Keys.Concat(tables)];
                throw new DirectiveException(there.Length == 0
                    ? $"{directive}: there is no SQL result or table {source}. #!sql --name {source} names a result."
                    : $"{directive}: there is no SQL result or table {source}. Did you mean {Nearest.To(source, there)}?");
            }
            using SqlCellScope scope = Begin(job);
            using sqlite3_stmt statement = _database!.Prepare($"SELECT * FROM {SqlDatabase.Quote(source)}", out _)!;
            table = Read(statement, int.MaxValue);
        }
        SqlRows.Declare(name, table, job, session);
    }

    public void Dispose() => _database?.Dispose();

    private SqlTable? RunAll(string sql, int line, int most, CellJob job)
    {
        using SqlCellScope scope = Begin(job);
        SqlTable? last = null;
        int changed = 0;
        bool anything = false;
        string rest = sql;
        while (rest.Length > 0)
        {
            string current = rest;
            try
            {
                using sqlite3_stmt? statement = Prepare(current, out rest);
                if (statement is null) continue;
                anything = true;
                Bind(statement);
                if (raw.sqlite3_column_count(statement) > 0)
                {
                    last = Read(statement, most);
                    MimeBundle view = SqlView.Of(last, MostShown);
                    job.Cell.Pump.Post(() => job.Cell.Output.Display(view, null), view.Data.Values.Sum(text => text.Length));
                }
                else
                {
                    _database!.Step(statement);
                    if (Writes().IsMatch(current)) changed += _database.Changes;
                }
            }
            catch (SqlFailedException problem)
            {
                string before = sql[..^current.Length];
                throw new DirectiveException(
                    problem.Message + Advice(problem.Message), line + Lines(before) + LineWithin(current, problem.Message), "SqlError");
            }
        }
        if (last is null && anything)
        {
            MimeBundle done = MimeBundle.Text(changed > 0 ? $"{changed} row{(changed == 1 ? "" : "s")} changed." : "Done.");
            job.Cell.Pump.Post(() => job.Cell.Output.Display(done, null));
        }
        return last;
    }

    /// <summary>SQLite itself says which names are missing; each that is a C# variable is lent to it.</summary>
    private sqlite3_stmt? Prepare(string sql, out string rest)
    {
        while (true)
        {
            try
            {
                return _database!.Prepare(sql, out rest);
            }
            catch (SqlFailedException problem)
            {
                if (MissingTable().Match(problem.Message) is not { Success: true } missing || !Lend(missing.Groups[1].Value)) throw;
            }
        }
    }

    private bool Lend(string name)
    {
        if (Variable(name) is not { } variable || RowSource.Of(variable.Value) is not { } source) return false;
        // Known from here on, so that half of it is taken back too.
        if (!_lent.Add(name)) return false;
        _database!.Lend(name, source);
        return true;
    }

    private SessionVariable? Variable(string name)
    {
        if (session.Variables.Find(name) is { } exact) return exact;
        // SQL does not tell X from x; if C# has only one of them, it is meant.
        return session.Variables.All().Where(v => v.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only] ? only : null;
    }

    private void Bind(sqlite3_stmt statement)
    {
        int count = raw.sqlite3_bind_parameter_count(statement);
        for (int i = 1; i <= count; i++)
        {
            string name = raw.sqlite3_bind_parameter_name(statement, i).utf8_to_string() ?? "?";
            if (name.StartsWith('?')) throw new SqlFailedException("A ? has no value here: write @x for the value of the C# variable x.");
            SessionVariable variable = Variable(name[1..]) ?? throw new SqlFailedException($"{name}: there is no C# variable {name[1..]}.");
            SqlValue.Bind(statement, i, variable.Value);
        }
    }

    private SqlTable Read(sqlite3_stmt statement, int most)
    {
        int count = raw.sqlite3_column_count(statement);
        SqlColumn[] columns =
        [
            .. Enumerable.Range(0, count).Select(i => new SqlColumn(
                raw.sqlite3_column_name(statement, i).utf8_to_string(), raw.sqlite3_column_decltype(statement, i).utf8_to_string())),
        ];
        var rows = new List<object?[]>();
        long all = 0;
        for (; _database!.Step(statement); all++)
        {
            if (rows.Count >= most) continue;
            var row = new object?[count];
            for (int i = 0; i < count; i++) row[i] = SqlValue.Read(statement, i);
            rows.Add(row);
        }
        return new SqlTable(columns, rows, all);
    }

    private string Advice(string message)
    {
        if (NotWritable().Match(message) is { Success: true } view && _lent.Contains(view.Groups[1].Value))
            return $". It is a C# variable, which SQL can read but not change; CREATE TABLE t AS SELECT * FROM {view.Groups[1].Value} makes a copy.";
        if (MissingTable().Match(message) is not { Success: true } missing) return "";
        string name = missing.Groups[1].Value;
        if (Variable(name) is { Value: var value })
            return $". There is a C# variable {name}, but {(value is null ? "it is null" : "it is no sequence of rows")}; @{name} is its value.";
        IReadOnlyList<string> tables = _database!.Tables();
        string[] names = [.. tables, .. session.Variables.All().Where(v => v.Value is System.Collections.IEnumerable and not string).Select(v => v.Name)];
        return names.Length == 0 ? ". There are no tables yet, and no C# variable of that name."
            : $". Did you mean {Nearest.To(name, names)}? There is no C# variable {name} either.";
    }

    private SqlCellScope Begin(CellJob job)
    {
        _database ??= new SqlDatabase();
        _database.Stop = () => job.Cell.Interrupted;
        return new SqlCellScope(() =>
        {
            // The variables may be others by the next cell.
            foreach (string name in _lent) _database.TakeBack(name);
            _lent.Clear();
        });
    }

    private static int Lines(string text) => text.Count(c => c == '\n');

    /// <summary>The line of the word that SQLite complains about, counted from the statement's start.</summary>
    private static int LineWithin(string statement, string message)
    {
        int blanks = statement.Length - statement.TrimStart().Length;
        Match word = Blamed().Match(message);
        int at = word.Success ? statement.IndexOf(word.Groups[1].Value, blanks, StringComparison.OrdinalIgnoreCase) : -1;
        return Lines(statement[..(at < 0 ? blanks : at)]);
    }

    [GeneratedRegex(@"^no such table: (?:main\.|temp\.)?(\w+)$")]
    private static partial Regex MissingTable();

    [GeneratedRegex(@"^cannot modify (\w+) because it is a view$")]
    private static partial Regex NotWritable();

    [GeneratedRegex("(?:near \"|no such (?:table|column|function): (?:\\w+\\.)?|misuse of aggregate(?: function)?:? |^cannot modify |^)(@?\\w+)(?:\"|$|: | because|\\()")]
    private static partial Regex Blamed();

    [GeneratedRegex(@"^\s*(?:--[^\n]*\n\s*)*(?:INSERT|UPDATE|DELETE|REPLACE|WITH)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writes();

    private sealed class SqlCellScope(Action atEnd) : IDisposable
    {
        public void Dispose() => atEnd();
    }
}
