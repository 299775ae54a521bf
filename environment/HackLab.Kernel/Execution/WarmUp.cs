namespace HackLab.Kernel.Execution;

/// <summary>
/// Code that is compiled and run while the client has not sent a cell yet. It does what cells do, so that the first ones find
/// the compiler's own code ready.
/// </summary>
internal static class WarmUp
{
    /// <summary>What every cell needs; a first cell waits for it.</summary>
    public const string First = "var a = 1; a + 1";

    /// <summary>What many cells need, one step at a time; a cell that comes in between goes first.</summary>
    public static readonly string[] Later =
    [
        "for (int i = 0; i < 2000; i++) Console.WriteLine(\"warm-up\");",
        "using System.Linq; new[] { 1, 2 }.Select(x => x + 1).ToArray()",
        "record Point(double X, double Y); int Twice(int x) => 2 * x; $\"{Twice(2)} {new Point(1, 2)}\"",
        "await System.Threading.Tasks.Task.Yield(); new { A = 1, B = \"b\" }",
    ];
}

/// <summary>Output that nobody sees.</summary>
internal sealed class DiscardedOutput : ICellOutput
{
    public static readonly DiscardedOutput Instance = new();

    public void Stream(OutputStream stream, string text) { }

    public void Display(MimeBundle value, string? displayId) { }

    public void UpdateDisplay(MimeBundle value, string displayId) { }

    public void Result(MimeBundle value) { }

    public void Error(CellError error) { }

    public void ClearOutput(bool wait) { }

    public string? RequestInput(string prompt, bool password, CancellationToken cancellation) => null;
}
