namespace HackLab.Data.Download;

/// <summary>A file to fetch: where it is, and how to know that it is the right one.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Addresses">Where it is, best first; each serves the same bytes. Only http and https.</param>
/// <param name="Bytes">Its size; null if it is not published.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 hexadecimal digits; null if it is not published.</param>
/// <param name="EncodingFormat">Its MIME type; empty if unknown.</param>
public sealed record FileRequest(
    string Name, IReadOnlyList<Uri> Addresses, long? Bytes = null, string? Sha256 = null, string EncodingFormat = "")
{
    internal DownloadException Refused(string reason, string advice, Exception? inner = null) => new(Name, reason, advice, inner);
}
