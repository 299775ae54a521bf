using System.Text.Json;

namespace HackLab.Data.Download;

/// <summary>What was found out when a file was received: the measure for later, where no hash is published.</summary>
/// <param name="Sha256">The hash of its content then.</param>
/// <param name="Bytes">Its size then.</param>
/// <param name="From">Where it came from; empty if it was put there by hand.</param>
/// <param name="Received">When, in UTC.</param>
internal sealed record FileRecord(string Sha256, long Bytes, string From, DateTimeOffset Received)
{
    internal static FileRecord? Read(FilePlaces places)
    {
        try
        {
            return File.Exists(places.Record) ? JsonSerializer.Deserialize<FileRecord>(File.ReadAllBytes(places.Record)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal void Write(FilePlaces places)
    {
        places.MakeFolders();
        WholeFile.Write(places.Record, JsonSerializer.SerializeToUtf8Bytes(this));
    }
}
