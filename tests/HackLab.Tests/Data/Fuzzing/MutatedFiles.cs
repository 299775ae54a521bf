using System.Diagnostics;
using HackLab.Data;
using Xunit;

namespace HackLab.Tests.Data.Fuzzing;

/// <summary>
/// Damages good files in thousands of ways and reads each: a reader may give data or a <see cref="DataFormatException"/>, and
/// nothing else; it may not take long, and it may not ask for far more memory than a file of that size could hold.
/// </summary>
internal static class MutatedFiles
{
    /// <summary>Reads good files first, then damaged ones.</summary>
    /// <param name="good">The content of whole, correct files; the smaller, the more of each is hit.</param>
    /// <param name="read">Reads a file and touches everything in it. It gets a path.</param>
    /// <param name="extension">What the file's name ends with, for example <c>.npy</c>.</param>
    /// <param name="count">How many damaged files.</param>
    /// <param name="seed">Chooses the damage.</param>
    /// <param name="largestAllocation">Bytes that reading one file may allocate in all.</param>
    internal static void Read(
        IReadOnlyList<byte[]> good, Action<string> read, string extension, int count = 10_000, int seed = 1, long largestAllocation = 64L << 20)
    {
        string folder = Directory.CreateTempSubdirectory("hacklab-fuzz-").FullName;
        try
        {
            string path = Path.Combine(folder, "file" + extension);
            foreach (byte[] bytes in good)
            {
                File.WriteAllBytes(path, bytes);
                read(path);   // a good file must be read
            }
            var random = new Random(seed);
            int refused = 0;
            for (int i = 0; i < count; i++)
            {
                byte[] bytes = Damage(random, good[random.Next(good.Count)], good);
                File.WriteAllBytes(path, bytes);
                long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
                try
                {
                    read(path);
                }
                catch (DataFormatException)
                {
                    refused++;
                }
                catch (Exception error)
                {
                    Assert.Fail($"Damaged file {i} (seed {seed}) gave {error.GetType().Name}: {error.Message}\n{error.StackTrace}\n{Convert.ToHexString(bytes.AsSpan(0, Math.Min(400, bytes.Length)))}");
                }
                long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(allocated <= largestAllocation, $"Damaged file {i} (seed {seed}) of {bytes.Length} bytes made the reader allocate {allocated:N0} bytes.");
                // A hang, not a slow machine: 20 s for a file of some kilobytes.
                Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"Damaged file {i} (seed {seed}) took {Stopwatch.GetElapsedTime(start)}.");
            }
            Assert.True(refused > count / 20, $"Only {refused} of {count} damaged files were refused: is anything checked?");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Damage(Random random, byte[] good, IReadOnlyList<byte[]> all)
    {
        byte[] bytes = [.. good];
        int times = random.Next(1, 5);
        for (int t = 0; t < times && bytes.Length > 0; t++)
        {
            // Headers are at the front: half of all damage goes there.
            int at = random.Next(2) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(bytes.Length, 256));
            switch (random.Next(8))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes[at] = random.Next(2) == 0 ? (byte)0 : (byte)0xFF; break;
                case 3: bytes = bytes[..at]; break;
                case 4: bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 64))..]]; break;
                case 5: bytes = [.. bytes[..at], .. bytes[at..Math.Min(bytes.Length, at + random.Next(1, 64))], .. bytes[at..]]; break;
                case 6:
                    // A number of four bytes at its extremes, in either byte order.
                    byte[] extreme = BitConverter.GetBytes(new[] { int.MaxValue, int.MinValue, -1, 0x00FFFFFF, 1 << 20 }[random.Next(5)]);
                    if (random.Next(2) == 0) Array.Reverse(extreme);
                    for (int k = 0; k < 4 && at + k < bytes.Length; k++) bytes[at + k] = extreme[k];
                    break;
                default:
                    byte[] other = all[random.Next(all.Count)];
                    bytes = [.. bytes[..at], .. other[random.Next(other.Length)..]];
                    break;
            }
        }
        return bytes;
    }
}
