using System.Globalization;

namespace HackLab.Data.Download;

/// <summary>A file in the cache.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its content, 64 hexadecimal digits.</param>
/// <param name="Verified">True if that is the published one; false if none is published.</param>
/// <param name="FromCache">True if it was there already.</param>
/// <param name="From">Where its bytes came from: an address or a path; empty if somebody put it there by hand.</param>
public sealed record FetchedFile(string Path, long Bytes, string Sha256, bool Verified, bool FromCache, string From)
{
    /// <summary>In words: what is known of its content.</summary>
    public string Verdict => Verified
        ? $"verified: its sha256 is the published one ({Sha256})"
        : $"not verified: no hash published; its sha256 is {Sha256}";

    /// <summary>In one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}: {Bytes:N0} bytes, {Verdict}");
}
