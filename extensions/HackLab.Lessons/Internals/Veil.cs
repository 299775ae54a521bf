using System.Security.Cryptography;
using System.Text;

namespace HackLab.Lessons.Internals;

/// <summary>
/// Hides a solution from a glance into the file. It is no secret: whoever wants to read it can ask for it, after the hints.
/// </summary>
internal static class Veil
{
    internal static string Over(string text, string salt) => Convert.ToBase64String(Mix(Encoding.UTF8.GetBytes(text), salt));

    internal static string Lift(string veiled, string salt) => Encoding.UTF8.GetString(Mix(Convert.FromBase64String(veiled), salt));

    private static byte[] Mix(byte[] bytes, string salt)
    {
        var mixed = new byte[bytes.Length];
        for (int block = 0; block * 32 < bytes.Length; block++)
        {
            byte[] key = SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}|veil|{block}"));
            for (int i = block * 32; i < Math.Min(bytes.Length, (block + 1) * 32); i++) mixed[i] = (byte)(bytes[i] ^ key[i % 32]);
        }
        return mixed;
    }
}
