using System.Buffers.Binary;
using HackLab.Jupyter.Zmtp;
using Xunit;

namespace HackLab.Tests.Zmtp;

public sealed class FrameParserTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    public void A_frame_of_any_length_survives_encoding_and_parsing(int length)
    {
        byte[] body = Bytes(length);
        ReadOnlySpan<byte> wire = WireMessage.Encode(body, body);
        var parser = new FrameParser();
        Assert.True(parser.TryTake(ref wire, out ZmtpFrame first));
        Assert.True(first.More);
        Assert.Equal(body, first.Body);
        Assert.True(parser.TryTake(ref wire, out ZmtpFrame second));
        Assert.False(second.More);
        Assert.Equal(body, second.Body);
        Assert.True(wire.IsEmpty);
    }

    [Fact]
    public void Our_encoding_is_that_of_the_specification()
    {
        Assert.Equal(RawPeer.Frame(0, Bytes(300)), WireMessage.Encode(Bytes(300)));
        Assert.Equal([.. RawPeer.Frame(1, [7]), .. RawPeer.Frame(0, [])], WireMessage.Encode(new byte[] { 7 }, Array.Empty<byte>()));
    }

    [Fact]
    public void Frames_are_found_wherever_the_network_cuts_them()
    {
        byte[] wire = [.. RawPeer.Frame(1, Bytes(3)), .. RawPeer.Frame(1, Bytes(256)), .. RawPeer.Frame(0, []), .. RawPeer.Frame(4, Bytes(5))];
        var random = new Random(1);
        for (int round = 0; round < 300; round++)
        {
            var parser = new FrameParser();
            var lengths = new List<int>();
            for (int at = 0; at < wire.Length;)
            {
                int count = Math.Min(random.Next(1, round % 40 + 2), wire.Length - at);
                ReadOnlySpan<byte> piece = wire.AsSpan(at, count);
                while (parser.TryTake(ref piece, out ZmtpFrame frame)) lengths.Add(frame.Body.Length);
                Assert.True(piece.IsEmpty);
                at += count;
            }

            Assert.Equal([3, 256, 0, 5], lengths);
        }
    }

    [Fact]
    public void A_claimed_length_takes_no_memory_until_the_bytes_come()
    {
        var header = new byte[9];
        header[0] = 2;
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(1), 200L << 20);
        var parsers = new FrameParser[20];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < parsers.Length; i++)
        {
            ReadOnlySpan<byte> bytes = header;
            parsers[i] = new FrameParser();
            Assert.False(parsers[i].TryTake(ref bytes, out _));
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20, "4 GB were claimed; less than 4 MB may be taken");
    }

    [Theory]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0x10, 0, 0, 1 })]                               // 256 MiB and one byte
    [InlineData(new byte[] { 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]          // a negative length, if misread
    [InlineData(new byte[] { 6, 0, 0, 0, 0, 0, 1, 0, 1 })]                                  // a command of 64 KiB and one byte
    [InlineData(new byte[] { 8 })]                                                          // a reserved flag
    [InlineData(new byte[] { 5 })]                                                          // commands have no MORE
    public void What_no_peer_sends_is_refused(byte[] wire)
    {
        Assert.Throws<ZmtpViolation>(() =>
        {
            ReadOnlySpan<byte> bytes = wire;
            new FrameParser().TryTake(ref bytes, out _);
        });
    }

    [Fact]
    public void Random_bytes_never_do_worse_than_a_violation()
    {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++)
        {
            var noise = new byte[random.Next(1, 400)];
            random.NextBytes(noise);
            ReadOnlySpan<byte> bytes = noise;
            var parser = new FrameParser();
            try
            {
                while (parser.TryTake(ref bytes, out ZmtpFrame frame))
                {
                    if (frame.IsCommand) new ZmtpCommand(frame.Body).Property("Identity");
                }

                Assert.True(bytes.IsEmpty);
            }
            catch (ZmtpViolation)
            {
                // The one way to fail.
            }
        }
    }

    internal static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
