using System.Buffers.Binary;

namespace HackLab.Data.Delimited;

/// <summary>The check sum of gzip (RFC 1952, section 8), eight bytes at a time by eight tables ("slicing by 8").</summary>
internal struct Crc32()
{
    private static readonly uint[][] Tables = MakeTables();

    private uint _state = uint.MaxValue;

    internal readonly uint Value => ~_state;

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = _state;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 255] ^ Tables[6][(low >> 8) & 255] ^ Tables[5][(low >> 16) & 255] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 255] ^ Tables[2][(high >> 8) & 255] ^ Tables[1][(high >> 16) & 255] ^ Tables[0][high >> 24];
        }
        foreach (byte b in bytes) crc = (crc >> 8) ^ Tables[0][(crc ^ b) & 255];
        _state = crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (int t = 0; t < 8; t++)
        {
            tables[t] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint crc = t == 0 ? i : tables[t - 1][i];
                if (t > 0) crc = (crc >> 8) ^ tables[0][crc & 255];
                for (int bit = 0; t == 0 && bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                tables[t][i] = crc;
            }
        }
        return tables;
    }
}
