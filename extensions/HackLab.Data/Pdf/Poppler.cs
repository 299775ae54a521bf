using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HackLab.Data;

/// <summary>
/// Runs a program of Poppler: without a shell, so that no file name is a command; for a minute at most; and stopped, it and no
/// other, by its own number when the caller gives up.
/// </summary>
internal static class Poppler
{
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const int MostText = 64 << 20;

    /// <summary>What a program writes, as text.</summary>
    internal static string Text(string program, IReadOnlyList<string> arguments, string path, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(Run(program, arguments, path, MostText, cancellation));

    /// <summary>What a program writes.</summary>
    /// <exception cref="DataFormatException">It failed, wrote nothing, or wrote more than the limit.</exception>
    internal static byte[] Run(string program, IReadOnlyList<string> arguments, string path, long limit, CancellationToken cancellation, TimeSpan? longest = null)
    {
        cancellation.ThrowIfCancellationRequested();
        using Process process = Start(program, arguments);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(longest ?? Longest);
        // Once the program is gone its pipes end, and with them the readers below.
        using CancellationTokenRegistration killing = stop.Token.Register(() => Kill(process));
        process.StandardInput.Close();
        Task<string> errors = FirstErrorsAsync(process.StandardError);
        using var output = new MemoryStream();
        bool tooMuch = false;
        var buffer = new byte[1 << 16];
        for (int read; (read = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
        {
            tooMuch |= output.Length + read > limit;
            if (tooMuch) Kill(process);
            else output.Write(buffer, 0, read);
        }
        process.WaitForExit();
        string error = errors.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        if (stop.IsCancellationRequested) throw new TimeoutException($"{program} worked on {path} for {(longest ?? Longest).TotalSeconds:0.#} s and was stopped. Is the file damaged?");
        if (tooMuch) throw new DataFormatException(path, $"at most {limit:N0} bytes from {program}", "more", "The file is damaged, or made to fill the memory.");
        if (process.ExitCode != 0 || (output.Length == 0 && program != "pdfimages"))
            throw new DataFormatException(path, "a whole PDF file without a password", $"one of which {program} says: {(error.Length == 0 ? "nothing" : error)}", "Open it in a PDF viewer to see what is wrong; a password must be taken off first (qpdf --decrypt).");
        return output.ToArray();
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var how = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        foreach (string argument in arguments) how.ArgumentList.Add(argument);
        how.Environment["LC_ALL"] = "C";   // numbers with a point
        try
        {
            return Process.Start(how)!;
        }
        catch (Win32Exception e)
        {
            throw new MissingToolException($"{program} (Poppler)", "Reading PDF pages",
                "Debian and Ubuntu: sudo apt install poppler-utils; Fedora: sudo dnf install poppler-utils; macOS: brew install poppler; Windows: winget install oschwartz10612.Poppler, "
                + "or conda install -c conda-forge poppler, anywhere. Its folder must be in PATH.", e);
        }
    }

    // Everything must be read, or the program waits for ever to write more; the first line says what is wrong.
    private static async Task<string> FirstErrorsAsync(StreamReader errors)
    {
        var first = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await errors.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            first.Append(buffer, 0, Math.Min(read, 500 - Math.Min(first.Length, 500)));
        }
        string text = first.ToString().Trim();
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text[..end].Trim();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself meanwhile.
        }
    }
}
