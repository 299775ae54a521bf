using System.Text;
using HackLab.Kernel.Execution;

namespace HackLab.Kernel.Output;

/// <summary>Console.Out and Console.Error: text goes to the cell whose code writes it.</summary>
internal sealed class CellConsoleWriter(OutputStream stream, TextWriter outside) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        // What is said after the session's end is heard outside, as before its start.
        if (CellRun.Current is not { } cell || !cell.Pump.Write(cell.Output, stream, buffer)) outside.Write(buffer);
    }

    /// <inheritdoc/>
    public override void WriteLine() => Write("\n");

    /// <inheritdoc/>
    public override void WriteLine(string? value) => WriteLine(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        // One piece, so that lines of two threads do not mix.
        if (buffer.Length < 512)
        {
            Span<char> line = stackalloc char[buffer.Length + 1];
            buffer.CopyTo(line);
            line[^1] = '\n';
            Write(line);
        }
        else
        {
            Write(string.Concat(buffer, "\n").AsSpan());
        }
    }
}

/// <summary>Console.In: a line is asked from the person.</summary>
internal sealed class CellConsoleReader : TextReader
{
    private string _rest = "";

    /// <inheritdoc/>
    public override string? ReadLine()
    {
        if (_rest.Length > 0)
        {
            string rest = _rest.TrimEnd('\n');
            _rest = "";
            return rest;
        }
        return CellInput.Ask("", password: false);
    }

    /// <inheritdoc/>
    public override int Read()
    {
        int next = Peek();
        if (next >= 0) _rest = _rest[1..];
        return next;
    }

    /// <inheritdoc/>
    public override int Peek()
    {
        if (_rest.Length == 0)
        {
            if (CellInput.Ask("", password: false) is not { } line) return -1;
            _rest = line + "\n";
        }
        return _rest[0];
    }
}

/// <summary>Takes over the process's console, once.</summary>
internal static class CellConsole
{
    private static int _taken;

    /// <summary>From now on Console reads and writes through the running cell; outside cells it writes where it did.</summary>
    public static void TakeOver()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 1) return;
        Console.SetOut(new CellConsoleWriter(OutputStream.StandardOutput, Console.Out));
        Console.SetError(new CellConsoleWriter(OutputStream.StandardError, Console.Error));
        Console.SetIn(new CellConsoleReader());
    }
}
