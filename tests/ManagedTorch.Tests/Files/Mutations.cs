namespace ManagedTorch.Tests.Files;

/// <summary>Damages files in ways that happen or that an attacker would try; always the same ones for a seed.</summary>
internal static class Mutations
{
    private static readonly byte[][] Wild =
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
        [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80], [0x00], [0xFF], [0x7F, 0xFF], "9223372036854775807"u8.ToArray(), "-1"u8.ToArray(),
        "1e400"u8.ToArray(), "null"u8.ToArray(), "[[[[[[[[[["u8.ToArray(), "\"\""u8.ToArray(), "4611686018427387904"u8.ToArray(),
    ];

    /// <summary>One to four changes: a bit, a byte, bytes taken out, put in or doubled, a wild number, the end cut off.</summary>
    public static byte[] Damage(byte[] file, int seed)
    {
        var random = new Random(seed);
        List<byte> bytes = [.. file];
        for (int changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            // Half of the changes hit the first 200 bytes: names, sizes and counts.
            int place = random.Next(random.Next(2) == 0 ? Math.Min(200, bytes.Count) : bytes.Count);
            int length = Math.Min(random.Next(1, 12), bytes.Count - place);
            switch (random.Next(7))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(place, length);
                    break;
                case 3:
                    bytes.InsertRange(place, bytes.GetRange(place, length));
                    break;
                case 4:
                    bytes.InsertRange(place, Wild[random.Next(Wild.Length)]);
                    break;
                case 5:
                    byte[] wild = Wild[random.Next(Wild.Length)];
                    for (int i = 0; i < wild.Length && place + i < bytes.Count; i++)
                    {
                        bytes[place + i] = wild[i];
                    }
                    break;
                default:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
            }
        }
        return [.. bytes];
    }
}
