using System.Globalization;

namespace HackLab.Data.Download;

/// <summary>How far a transfer has come.</summary>
/// <param name="Name">The file.</param>
/// <param name="Bytes">How many bytes are here, those of earlier attempts included.</param>
/// <param name="Total">How many there will be; null if nobody says.</param>
/// <param name="BytesPerSecond">The rate of the last seconds.</param>
/// <param name="Left">How long it will take at this rate; null if that cannot be said.</param>
public readonly record struct TransferProgress(string Name, long Bytes, long? Total, double BytesPerSecond, TimeSpan? Left)
{
    /// <summary>In one line: <c>HIGGS.csv.gz: 1.20 GB of 2.82 GB (43 %), 12.5 MB/s, 2 min 10 s left</c>.</summary>
    public override string ToString()
    {
        string share = Total is > 0 and long total
            ? string.Create(CultureInfo.InvariantCulture, $" of {ByteText.Of(total)} ({Math.Floor(100.0 * Bytes / total)} %)")
            : "";
        string rate = BytesPerSecond > 0 ? $", {ByteText.Of(BytesPerSecond)}/s" : "";
        string left = Left is { } time ? $", {ByteText.Of(time)} left" : "";
        return $"{Name}: {ByteText.Of(Bytes)}{share}{rate}{left}";
    }
}
