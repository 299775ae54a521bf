using System.Globalization;
using System.Text;

namespace HackLab.Jupyter.Lifetime;

/// <summary>
/// The process's own standard error, which Jupyter shows in its terminal. Taken directly, because Console.Error belongs to the
/// running cell. Bounded: whoever sends a million bad messages must not fill a disk with our words about them.
/// </summary>
internal sealed class ServerLog(Stream target)
{
    private const int Limit = 1000;

    private readonly Lock _gate = new();
    private int _lines;

    /// <summary>Writes one line with its time.</summary>
    public void Write(string line)
    {
        lock (_gate)
        {
            if (++_lines > Limit) return;
            string rest = _lines == Limit ? "\n(no more lines from here on)" : "";
            string time = DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            try
            {
                target.Write(Encoding.UTF8.GetBytes($"[hacklab {time}] {line}{rest}\n"));
                target.Flush();
            }
            catch (IOException)
            {
                _lines = Limit;   // nobody reads any more
            }
        }
    }
}
