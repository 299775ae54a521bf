using HackLab.Kernel.Errors;
using HackLab.Kernel.Runtime;
using SQLitePCL;

namespace HackLab.Kernel.Languages;

/// <summary>A database in memory. Every call can be stopped.</summary>
internal sealed class SqlDatabase : IDisposable
{
    // SQLite asks whether to go on after so many steps of its machine, which take well under a millisecond.
    private const int StepsBetweenLooks = 2000;

    private readonly sqlite3 _handle;
    private readonly delegate_progress _look;

    public SqlDatabase()
    {
        Batteries_V2.Init();
        int code = raw.sqlite3_open(":memory:", out _handle);
        if (code != raw.SQLITE_OK) throw new DirectiveException($"SQLite could not open a database in memory (code {code}).", kind: "SqlError");
        _look = _ => Stop() ? 1 : 0;        // kept in a field, because native code holds it
        raw.sqlite3_progress_handler(_handle, StepsBetweenLooks, _look, null);
    }

    /// <summary>Whether what runs should end.</summary>
    public Func<bool> Stop { get; set; } = () => false;

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Prepares the first statement of a text.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="rest">What follows the first.</param>
    /// <returns>Null if the text is blank, or a comment.</returns>
    /// <exception cref="SqlFailedException">It is no SQL, or names something that does not exist.</exception>
    public sqlite3_stmt? Prepare(string sql, out string rest)
    {
        int code = raw.sqlite3_prepare_v2(_handle, sql, out sqlite3_stmt statement, out rest);
        if (code != raw.SQLITE_OK) throw Failure(code);
        rest ??= "";
        return statement is null || statement.IsInvalid ? null : statement;
    }

    /// <summary>Goes to the next row; false if there is none.</summary>
    /// <exception cref="SqlFailedException">The statement failed.</exception>
    /// <exception cref="CellInterruptedException">The cell was interrupted.</exception>
    public bool Step(sqlite3_stmt statement)
    {
        if (Stop()) throw new CellInterruptedException();
        int code = raw.sqlite3_step(statement);
        return code == raw.SQLITE_ROW || (code == raw.SQLITE_DONE ? false : throw Failure(code));
    }

    /// <summary>Runs a statement of the kernel's own.</summary>
    public void Run(string sql)
    {
        using sqlite3_stmt statement = Prepare(sql, out _)!;
        while (Step(statement))
        {
        }
    }

    /// <summary>Makes rows readable under a name. It is a view, which SQLite lets nobody write to.</summary>
    public void Lend(string name, RowSource source)
    {
        string table = Quote(name + " rows");
        Run($"CREATE TEMP TABLE {table} ({string.Join(", ", source.Columns.Select(c => $"{Quote(c.Name)} {c.Declared}"))})");
        using (sqlite3_stmt insert = Prepare($"INSERT INTO temp.{table} VALUES ({string.Join(", ", source.Columns.Select(_ => "?"))})", out _)!)
        {
            // One savepoint for all rows: each alone would be a transaction of its own.
            Run("SAVEPOINT lend");
            try
            {
                foreach (object?[] row in source.Rows)
                {
                    for (int i = 0; i < row.Length; i++) SqlValue.Bind(insert, i + 1, row[i]);
                    Step(insert);
                    raw.sqlite3_reset(insert);
                }
            }
            finally
            {
                raw.sqlite3_reset(insert);
                raw.sqlite3_exec(_handle, "RELEASE lend");      // half of it, after an interrupt, is taken back with the table
            }
        }
        Run($"CREATE TEMP VIEW {Quote(name)} AS SELECT * FROM temp.{table}");
    }

    /// <summary>Takes lent rows away.</summary>
    public void TakeBack(string name)
    {
        Func<bool> stop = Stop;
        Stop = () => false;
        try
        {
            Run($"DROP VIEW IF EXISTS temp.{Quote(name)}");
            Run($"DROP TABLE IF EXISTS temp.{Quote(name + " rows")}");
        }
        finally
        {
            Stop = stop;
        }
    }

    /// <summary>The names of the tables and views.</summary>
    public IReadOnlyList<string> Tables()
    {
        var names = new List<string>();
        using sqlite3_stmt statement = Prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name", out _)!;
        while (Step(statement)) names.Add((string)SqlValue.Read(statement, 0)!);
        return names;
    }

    /// <summary>A name as SQL quotes it.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Dispose() => _handle.Dispose();

    private Exception Failure(int code) => code == raw.SQLITE_INTERRUPT && Stop()
        ? new CellInterruptedException() : new SqlFailedException(raw.sqlite3_errmsg(_handle).utf8_to_string());
}

/// <summary>SQLite refuses.</summary>
/// <param name="message">Its own words.</param>
internal sealed class SqlFailedException(string message) : Exception(message);
