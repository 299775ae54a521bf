using System.Security.Cryptography;
using System.Text;
using HackLab.Jupyter.Messages;
using Xunit;

namespace HackLab.Tests.Jupyter;

public sealed class MessageTests
{
    private static readonly byte[] Key = "secret"u8.ToArray();

    private readonly List<string> _log = [];

    [Fact]
    public void A_signed_message_is_read_with_its_sender_and_its_header_as_it_came()
    {
        JupyterMessage message = Reader(Key).Read(Frames(Key))!;
        Assert.Equal("kernel_info_request", message.Type);
        Assert.Equal("7", message.Id);
        Assert.Equal("client"u8.ToArray(), message.Identities[0]);
        Assert.Equal(Header, Encoding.UTF8.GetString(message.Header));
        Assert.Empty(_log);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_changed_part_or_signature_makes_the_message_disappear(int part)
    {
        List<byte[]> frames = Frames(Key);
        frames[2 + part] = [.. frames[2 + part], (byte)' '];
        AssertDropped(frames, Key, "signature");
    }

    [Fact]
    public void Another_key_or_no_signature_makes_the_message_disappear()
    {
        AssertDropped(Frames("other"u8.ToArray()), Key, "signature");
        List<byte[]> unsigned = Frames(Key);
        unsigned[2] = [];
        AssertDropped(unsigned, Key, "signature");
    }

    [Fact]
    public void What_is_not_signed_is_never_parsed()
    {
        List<byte[]> frames = Frames(Key);
        frames[3] = "neither signed nor JSON"u8.ToArray();
        AssertDropped(frames, Key, "signature");
    }

    [Fact]
    public void With_an_empty_key_nothing_is_signed()
    {
        Assert.NotNull(Reader([]).Read(Frames([])));
        Assert.Empty(new MessageSigner([]).Sign("a"u8, "b"u8, "c"u8, "d"u8));
    }

    [Fact]
    public void The_signature_is_the_HMAC_of_the_four_parts_together()
    {
        string expected = Convert.ToHexString(HMACSHA256.HashData(Key, "abcd"u8)).ToLowerInvariant();
        Assert.Equal(expected, Encoding.ASCII.GetString(new MessageSigner(Key).Sign("a"u8, "b"u8, "c"u8, "d"u8)));
    }

    [Theory]
    [InlineData("no header", "header")]
    [InlineData("[]", "header")]
    [InlineData("{} {}", "header")]
    [InlineData("{\"msg_id\":\"1\"}", "msg_type")]
    [InlineData("{\"msg_type\":5}", "msg_type")]
    public void A_signed_message_that_makes_no_sense_is_dropped_with_the_reason(string header, string logged) =>
        AssertDropped(Frames(Key, header), Key, logged);

    [Fact]
    public void Without_delimiter_or_with_too_few_frames_there_is_no_message()
    {
        AssertDropped(["client"u8.ToArray(), "hello"u8.ToArray()], Key, "delimiter");
        AssertDropped(Frames(Key).GetRange(0, 5), Key, "frames");
    }

    [Fact]
    public void Buffers_and_several_identities_are_kept_apart_from_the_message()
    {
        List<byte[]> frames = [.. Frames(Key), "buffer"u8.ToArray()];
        frames.Insert(1, "hop"u8.ToArray());
        MessageFrames split = MessageFrames.Split(frames, out _)!;
        Assert.Equal(2, split.Identities.Count);
        Assert.Equal("buffer"u8.ToArray(), Assert.Single(split.Buffers));
        Assert.NotNull(Reader(Key).Read(frames));
    }

    [Fact]
    public void A_full_inbox_says_so_and_wakes_the_sockets_when_there_is_room_again()
    {
        int woken = 0;
        var inbox = new Inbox(() => woken++);
        var large = new byte[64 << 20];
        for (int i = 0; i < 4; i++) inbox.Add([large]);
        Assert.False(inbox.HasRoom);
        Assert.True(inbox.TryTake(out _, out long number));
        Assert.Equal(1, number);
        Assert.True(inbox.HasRoom);
        Assert.Equal(1, woken);
        Assert.Equal(4, inbox.Newest);
        inbox.Close();
        Assert.False(inbox.TryTake(out _, out _));
    }

    [Theory]
    [InlineData("{", "not a Jupyter connection file")]
    [InlineData("{}", "shell_port is missing")]
    [InlineData("{\"shell_port\":70000}", "70000, not a port")]
    [InlineData("{\"transport\":\"carrier pigeon\"}", "carrier pigeon")]
    [InlineData("{\"signature_scheme\":\"hmac-md5\"}", "hmac-md5")]
    public void A_broken_connection_file_is_named_with_its_field(string json, string expected)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            string message = Assert.Throws<FormatException>(() => ConnectionFile.Read(path)).Message;
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.Contains(path, message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private const string Header = "{\"msg_id\" : \"7\",\"msg_type\":\"kernel_info_request\"}";

    private static List<byte[]> Frames(byte[] key, string header = Header)
    {
        byte[] h = Encoding.UTF8.GetBytes(header), empty = "{}"u8.ToArray();
        byte[] signature = key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. h, .. "{}{}{}"u8])));
        return ["client"u8.ToArray(), "<IDS|MSG>"u8.ToArray(), signature, h, empty, empty, empty];
    }

    private MessageReader Reader(byte[] key) => new(new MessageSigner(key), _log.Add);

    private void AssertDropped(List<byte[]> frames, byte[] key, string logged)
    {
        _log.Clear();
        Assert.Null(Reader(key).Read(frames));
        Assert.Contains(logged, Assert.Single(_log), StringComparison.Ordinal);
    }
}
