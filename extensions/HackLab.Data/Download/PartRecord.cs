using System.Text.Json;

namespace HackLab.Data.Download;

/// <summary>Whose bytes a part holds, so that bytes of two versions of a file are never put together.</summary>
/// <param name="Address">The address they came from.</param>
/// <param name="ETag">The server's strong name for this version of the file; null if it gave none.</param>
/// <param name="LastModified">When it was changed, as the server wrote it; null if it did not say.</param>
/// <param name="Total">The size of the whole file; null if the server did not say.</param>
internal sealed record PartRecord(string Address, string? ETag, string? LastModified, long? Total)
{
    /// <summary>What to ask for in If-Range (RFC 9110, 13.1.5); null if the server gave nothing to hold on to.</summary>
    internal string? Validator => ETag ?? LastModified;

    internal static PartRecord? Read(FilePlaces places)
    {
        try
        {
            if (!File.Exists(places.Part) || !File.Exists(places.PartRecord)) return null;
            return JsonSerializer.Deserialize<PartRecord>(File.ReadAllBytes(places.PartRecord));
        }
        catch (JsonException)
        {
            return null;   // a part that nothing is known of is worth nothing
        }
    }

    internal void Write(FilePlaces places) => WholeFile.Write(places.PartRecord, JsonSerializer.SerializeToUtf8Bytes(this));
}
