using System.Security.Cryptography;

namespace HackLab.Jupyter.Messages;

/// <summary>
/// HMAC-SHA256 over header, parent header, metadata and content, in lower-case hex. Whoever can reach the port can send; only
/// who has read the connection file can sign. With an empty key nothing is signed, as the specification has it.
/// </summary>
internal sealed class MessageSigner(byte[] key)
{
    private const int HexLength = 64;

    /// <summary>True if messages are signed.</summary>
    public bool IsActive => key.Length > 0;

    /// <summary>The signature's frame; empty without a key.</summary>
    public byte[] Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (!IsActive) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        Span<byte> digest = stackalloc byte[HexLength / 2];
        hash.GetHashAndReset(digest);
        var hex = new byte[HexLength];
        Convert.TryToHexStringLower(digest, hex, out _);
        return hex;
    }

    /// <summary>Whether the message was signed with our key; compared in constant time.</summary>
    public bool Verify(MessageFrames message) =>
        !IsActive || CryptographicOperations.FixedTimeEquals(
            Sign(message.Header, message.ParentHeader, message.Metadata, message.Content), message.Signature);
}
