using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using HackLab.Data.Download;
using HackLab.Tests.Cli;
using Xunit;

namespace HackLab.Tests.Data.Download;

/// <summary>Against a real server on this machine that does everything servers do wrong.</summary>
public sealed class DownloaderTests : IDisposable
{
    private const string Name = "file.bin";

    private static readonly byte[] Content = Bytes(300_000, seed: 1), Other = Bytes(300_000, seed: 2);

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _said = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_server_gives_the_file_once_and_the_cache_from_then_on()
    {
        using UnreliableServer server = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        FetchedFile first = await FetchAsync(Request(server)), second = await FetchAsync(Request(server));
        Assert.Equal(Content, File.ReadAllBytes(first.Path));
        Assert.Equal((true, false, Content.Length), (first.Verified, first.FromCache, (int)first.Bytes));
        Assert.Equal(Hash(Content), first.Sha256);
        Assert.Equal(server.Address().AbsoluteUri, first.From);
        Assert.True(second.FromCache);
        Assert.Single(server.Requests);
        AssertOnly(Name);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_continued_where_it_ended()
    {
        using UnreliableServer server =
            Serving((number, asked, stream, _) => stream.GoodAsync(asked, Content, cutAfter: number < 2 ? 100_000 : null));
        FetchedFile file = await FetchAsync(Request(server));
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal([0, 100_000, 200_000], server.Requests.Select(asked => asked.From));
        Assert.Equal("\"v1\"", server.Requests[1].Headers["if-range"]);
    }

    [Fact]
    public async Task A_silent_connection_is_cut_and_continued()
    {
        using UnreliableServer server = Serving(async (number, asked, stream, end) =>
        {
            await stream.GoodAsync(asked, Content, cutAfter: number == 0 ? 120_000 : null);
            if (number == 0) await Task.Delay(Timeout.Infinite, end);   // the connection stays open, and silent
        });
        FetchedFile file = await FetchAsync(Request(server), Quick with { StallTimeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal(120_000, server.Requests[1].From);
        Assert.Contains(_said, said => said.Contains("nothing came for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        using UnreliableServer server = Serving((_, _, _, end) => Task.Delay(Timeout.Infinite, end));
        var error =
            await Assert.ThrowsAsync<DownloadException>(
                () => FetchAsync(Request(server), Quick with { StallTimeout = TimeSpan.FromMilliseconds(100), Attempts = 2 }));
        Assert.Contains("no answer", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
        AssertOnly();
    }

    [Fact]
    public async Task A_file_that_changed_in_between_is_not_glued_together()
    {
        // The server honours If-Range: the new version from its beginning.
        using UnreliableServer server = Serving((number, asked, stream, _) =>
            number == 0 ? stream.GoodAsync(asked, Other, "\"v1\"", cutAfter: 100_000)
                : stream.GoodAsync(asked, Content, "\"v2\""));
        FetchedFile file = await FetchAsync(Request(server) with { Sha256 = null, Bytes = null });
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.False(file.Verified);
        Assert.Contains($"not verified: no hash published; its sha256 is {Hash(Content)}", file.Verdict,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_continues_another_version_in_spite_of_If_Range_is_caught_by_its_ETag()
    {
        using UnreliableServer server = Serving(async (number, asked, stream, _) =>
        {
            if (number == 0) await stream.GoodAsync(asked, Other, "\"v1\"", cutAfter: 100_000);
            else if (asked.From == 0) await stream.GoodAsync(asked, Content, "\"v2\"");
            else
            {
                await stream.HeadAsync("206 Partial Content", "ETag: \"v2\"",
                    $"Content-Range: bytes {asked.From}-{Content.Length - 1}/{Content.Length}");
                await stream.WriteAsync(Content.AsMemory((int)asked.From));
            }
        });
        FetchedFile file = await FetchAsync(Request(server) with { Sha256 = null, Bytes = null });
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal([0, 100_000, 0], server.Requests.Select(asked => asked.From));
    }

    [Fact]
    public async Task A_part_without_a_version_is_not_continued_where_no_hash_could_tell()
    {
        using UnreliableServer server =
            Serving((number, asked, stream, _) => stream.GoodAsync(asked, Content, etag: null,
                cutAfter: number == 0 ? 100_000 : null));
        await FetchAsync(Request(server) with { Sha256 = null });
        Assert.Equal([0, 0], server.Requests.Select(asked => asked.From));
    }

    [Fact]
    public async Task A_part_that_turns_out_wrong_as_a_whole_is_fetched_anew()
    {
        // The first server's bytes are another file's; the second one continues them, and only the hash tells.
        using UnreliableServer server = Serving((number, asked, stream, _) => number == 0
            ? stream.GoodAsync(asked, Other, etag: null, cutAfter: 100_000) : stream.GoodAsync(asked, Content, etag: null));
        FetchedFile file = await FetchAsync(Request(server));
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal([0, 100_000, 0], server.Requests.Select(asked => asked.From));
    }

    [Fact]
    public async Task A_wrong_hash_is_not_kept_and_the_next_address_is_tried()
    {
        using UnreliableServer wrong = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Other));
        using UnreliableServer right = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        FetchedFile file = await FetchAsync(Request(wrong, right));
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal(right.Address().AbsoluteUri, file.From);
    }

    [Fact]
    public async Task A_wrong_hash_everywhere_leaves_nothing_and_says_both()
    {
        using UnreliableServer server = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Other));
        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server)));
        Assert.Contains(Hash(Content), error.Message, StringComparison.Ordinal);
        Assert.Contains(Hash(Other), error.Message, StringComparison.Ordinal);
        AssertOnly();
    }

    [Theory]
    [InlineData(299_999)]
    [InlineData(300_001)]
    [InlineData(1_000_000)]
    public async Task A_length_that_is_not_the_published_one_is_refused_before_anything_is_read(long said)
    {
        using UnreliableServer server = Serving(async (_, _, stream, _) =>
        {
            await stream.HeadAsync("200 OK", $"Content-Length: {said}");
            await stream.WriteAsync(Content);
        });
        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server)));
        Assert.Contains(said.ToString("N0", CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        AssertOnly();
    }

    [Fact]
    public async Task A_server_that_promises_more_than_it_sends_is_given_up_and_its_bytes_get_no_name()
    {
        using UnreliableServer server = Serving(async (_, asked, stream, _) =>
        {
            if (asked.From > 0)
                await stream.HeadAsync("206 Partial Content", "ETag: \"v1\"", $"Content-Range: bytes {asked.From}-399999/400000");
            else await stream.HeadAsync("200 OK", "Content-Length: 400000", "ETag: \"v1\"");
            await stream.WriteAsync(Content.AsMemory((int)asked.From));
        });
        var error =
            await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server) with { Bytes = null, Sha256 = null }));
        Assert.Contains("are kept", error.Message, StringComparison.Ordinal);
        AssertOnly();
    }

    [Fact]
    public async Task A_stream_without_end_is_stopped_at_the_published_size()
    {
        using UnreliableServer server = Serving(async (_, _, stream, end) =>
        {
            await stream.HeadAsync("200 OK");
            while (!end.IsCancellationRequested) await stream.WriteAsync(Content, end);
        });
        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server)));
        Assert.Contains("more than the 300,000 bytes", error.Message, StringComparison.Ordinal);
        AssertOnly();
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("403 Forbidden")]
    [InlineData("410 Gone")]
    public async Task A_file_that_is_gone_is_not_asked_for_again_but_looked_for_elsewhere(string status)
    {
        using UnreliableServer gone = Serving((_, _, stream, _) => stream.HeadAsync(status, "Content-Length: 0"));
        using UnreliableServer mirror = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        FetchedFile file = await FetchAsync(Request(gone, mirror));
        Assert.Equal(mirror.Address().AbsoluteUri, file.From);
        Assert.Single(gone.Requests);
        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(gone) with { Name = "another.bin" }));
        Assert.Contains(status, error.Message, StringComparison.Ordinal);
        AssertOnly(Name);
    }

    [Fact]
    public async Task Errors_that_pass_are_waited_for()
    {
        using UnreliableServer server = Serving((number, asked, stream, _) => number switch
        {
            0 => stream.HeadAsync("500 Internal Server Error", "Content-Length: 0"),
            1 => stream.HeadAsync("503 Service Unavailable", "Content-Length: 0", "Retry-After: 0"),
            2 => stream.HeadAsync("429 Too Many Requests", "Content-Length: 0"),
            _ => stream.GoodAsync(asked, Content),
        });
        Assert.Equal(Content, File.ReadAllBytes((await FetchAsync(Request(server))).Path));
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(3, _said.Count(said => said.Contains("trying again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_asks_to_come_back_much_later_is_left_for_the_next()
    {
        using UnreliableServer busy =
            Serving((_, _, stream, _) => stream.HeadAsync("503 Service Unavailable", "Content-Length: 0", "Retry-After: 3600"));
        using UnreliableServer mirror = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        FetchedFile file = await FetchAsync(Request(busy, mirror));
        Assert.Equal(mirror.Address().AbsoluteUri, file.From);
        Assert.Single(busy.Requests);
        Assert.Contains(_said, said => said.Contains("1 h 0 min", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tries_end_and_each_pause_is_longer()
    {
        using UnreliableServer server =
            Serving((_, _, stream, _) => stream.HeadAsync("500 Internal Server Error", "Content-Length: 0"));
        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server), Quick with { Attempts = 4 }));
        Assert.Equal(4, server.Requests.Count);
        AssertOnly();
    }

    [Fact]
    public async Task Redirects_are_followed_and_a_loop_is_left()
    {
        using UnreliableServer server = Serving((_, asked, stream, _) => asked.Path == "/there"
            ? stream.GoodAsync(asked, Content) : stream.HeadAsync("302 Found", "Location: /there", "Content-Length: 0"));
        Assert.Equal(Content, File.ReadAllBytes((await FetchAsync(Request(server))).Path));
        using UnreliableServer loop =
            Serving((_, _, stream, _) => stream.HeadAsync("307 Temporary Redirect", "Location: /file.bin", "Content-Length: 0"));
        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(loop) with { Name = "another.bin" }));
        Assert.Contains("more than 5 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, loop.Requests.Count);
        AssertOnly(Name);
    }

    [Theory]
    [InlineData("file:///etc/hostname")]
    [InlineData("ftp://127.0.0.1/file.bin")]
    public async Task Only_the_web_is_fetched_from_and_followed_to(string address)
    {
        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(new FileRequest(Name, [new Uri(address)])));
        using UnreliableServer server =
            Serving((_, _, stream, _) => stream.HeadAsync("302 Found", $"Location: {address}", "Content-Length: 0"));
        var error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server)));
        Assert.Contains("neither http nor https", error.Message, StringComparison.Ordinal);
        AssertOnly();
    }

    [Fact]
    public void The_way_from_https_to_http_is_never_taken()
    {
        var error =
            Assert.Throws<AddressException>(
                () => RemoteFile.Check(new Uri("http://example.org/a"), new Uri("https://example.org/a")));
        Assert.False(error.IsPassing);
        RemoteFile.Check(new Uri("https://example.org/a"), new Uri("http://example.org/a"));
        RemoteFile.Check(new Uri("https://example.org/a"), new Uri("https://example.org/b"));
    }

    [Fact]
    public async Task A_web_page_is_not_taken_for_the_file()
    {
        using UnreliableServer server = Serving(async (_, _, stream, _) =>
        {
            await stream.HeadAsync("200 OK", "Content-Type: text/html; charset=utf-8", "Content-Length: 6");
            await stream.WriteAsync("<html>"u8.ToArray());
        });
        var error =
            await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Request(server) with { Sha256 = null, Bytes = null }));
        Assert.Contains("web page", error.Message, StringComparison.Ordinal);
        AssertOnly();
    }

    [Fact]
    public async Task Two_who_want_the_same_file_fetch_it_once()
    {
        var both = new TaskCompletionSource();
        using UnreliableServer server = Serving(async (_, asked, stream, _) =>
        {
            await both.Task;
            await stream.GoodAsync(asked, Content);
        });
        // The server waits until whoever came second says that it waits.
        DownloadOptions options = Quick with
        {
            Say = said => { if (said.Contains("another program", StringComparison.Ordinal)) both.TrySetResult(); },
        };
        Task<FetchedFile> one = FetchAsync(Request(server), options), two = FetchAsync(Request(server), options);
        FetchedFile[] files = await Task.WhenAll(one, two);
        Assert.Single(server.Requests);
        Assert.Single(files, file => file.FromCache);
        Assert.All(files, file => Assert.Equal(Content, File.ReadAllBytes(file.Path)));
    }

    [Fact]
    public async Task Stopping_keeps_the_part_and_the_next_call_goes_on_from_there()
    {
        using var stop = new CancellationTokenSource();
        using UnreliableServer server = Serving(async (number, asked, stream, end) =>
        {
            await stream.GoodAsync(asked, Content, cutAfter: number == 0 ? 150_000 : null);
            if (number == 0) await Task.Delay(Timeout.Infinite, end);
        });
        DownloadOptions stoppable =
            Quick with { Cancellation = stop.Token, Progress = progress => { if (progress.Bytes > 0) stop.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FetchAsync(Request(server), stoppable));
        AssertOnly();
        FetchedFile file = await FetchAsync(Request(server));
        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.InRange(server.Requests[1].From, 1, 150_000);
    }

    [Fact]
    public async Task A_full_disk_is_noticed_before_the_download()
    {
        using UnreliableServer server = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        var error =
            await Assert.ThrowsAsync<DownloadException>(
                () => FetchAsync(Request(server), Quick with { FreeDisk = _ => 299_999 }));
        Assert.Contains("300 kB are still to come", error.Message, StringComparison.Ordinal);
        AssertOnly();
    }

    [Fact]
    public async Task A_file_that_was_damaged_in_the_cache_is_fetched_again_with_and_without_a_published_hash()
    {
        using UnreliableServer server = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        foreach (
            FileRequest request in new[] { Request(server),
                Request(server) with { Name = "unpublished.bin", Sha256 = null, Bytes = null } })
        {
            FetchedFile first = await FetchAsync(request);
            byte[] damaged = [.. Content];
            damaged[1000] ^= 1;
            File.WriteAllBytes(first.Path, damaged);
            FetchedFile second = await FetchAsync(request);
            Assert.False(second.FromCache);
            Assert.Equal(Content, File.ReadAllBytes(second.Path));
        }
        Assert.Equal(2, _said.Count(said => said.Contains("fetched again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_put_there_by_hand_is_taken_and_a_wrong_one_loses_its_name_but_is_not_deleted()
    {
        _folder.Write(Name, "by hand");
        FetchedFile file = await FetchAsync(new FileRequest(Name, []));
        Assert.Equal((true, false, ""), (file.FromCache, file.Verified, file.From));
        var error =
            await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(new FileRequest(Name, [], Sha256: Hash(Content))));
        Assert.Contains(Name + ".wrong", error.Message, StringComparison.Ordinal);
        AssertOnly(Name + ".wrong");
    }

    [Fact]
    public async Task Progress_grows_to_the_whole_and_says_rate_and_time_left()
    {
        var told = new List<TransferProgress>();
        using UnreliableServer server = Serving((_, asked, stream, _) => stream.GoodAsync(asked, Content));
        await FetchAsync(Request(server), Quick with { Progress = told.Add });
        Assert.Equal((Content.Length, Content.Length), ((int)told[^1].Bytes, (int)told[^1].Total!.Value));
        Assert.Equal(told.Select(p => p.Bytes).Order(), told.Select(p => p.Bytes));
        Assert.Equal(
            "HIGGS.csv.gz: 1.20 GB of 2.82 GB (42 %), 12.5 MB/s, 2 min 10 s left",
            new TransferProgress("HIGGS.csv.gz", 1_200_000_000, 2_816_407_858, 12_500_000, TimeSpan.FromSeconds(129.3))
                .ToString());
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        using UnreliableServer server = Serving((_, asked, stream, _) => stream.GoodAsync(asked, []));
        FetchedFile file = await FetchAsync(Request(server) with { Bytes = 0, Sha256 = Hash([]) });
        Assert.Equal((0L, true), (file.Bytes, file.Verified));
    }

    private static UnreliableServer Serving(Func<int, Asked, Stream, CancellationToken, Task> answer) => new(answer);

    private DownloadOptions Quick => new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(20), StallTimeout =
            TimeSpan.FromSeconds(20), SpareDisk = 0,
        Say = _said.Enqueue, Cancellation = TestContext.Current.CancellationToken,
    };

    private static FileRequest Request(params UnreliableServer[] servers) =>
        new(Name, [.. servers.Select(server => server.Address())], Content.Length, Hash(Content));

    private Task<FetchedFile> FetchAsync(FileRequest request, DownloadOptions? options = null) =>
        Downloader.FetchAsync(request, _folder.Path, options ?? Quick);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    // Under a name of their own there may be right files and nothing else.
    private void AssertOnly(params string[] names) =>
        Assert.Equal(names, Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
}
