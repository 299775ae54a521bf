using System.Net;
using System.Net.Http.Headers;

namespace HackLab.Data.Download;

/// <summary>
/// Receives a file from one address into its part, beginning where the part ends if the server still has that version.
/// </summary>
internal sealed class PartReceiver(FileRequest request, FilePlaces places, RemoteFile remote, DownloadOptions options)
{
    private const int Block = 1 << 17;

    private readonly TransferMeter _meter = new(request.Name, options.Progress, options.Time);

    /// <summary>Receives until the part is whole.</summary>
    /// <exception cref="AddressException">It did not get whole; the part holds what came.</exception>
    internal async Task ReceiveAsync(Uri address)
    {
        RemoteFile.Check(address);
        (long from, PartRecord? known) = Usable(address);
        using HttpResponseMessage response =
            await remote.AskAsync(address, from, SameServer(known, address) ? known!.Validator : null).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // Nothing after our last byte: either that was all of it, or the part belongs to something else.
            if (response.Content.Headers.ContentRange?.Length == from && from == (request.Bytes ?? from)) return;
            places.ForgetPart();
            throw AddressException.Passing("the part that was here does not fit its file; beginning anew");
        }
        PartRecord now = Describe(response, address);
        if (response.StatusCode == HttpStatusCode.PartialContent && !Continues(response, from, known, now))
        {
            places.ForgetPart();
            throw AddressException.Passing("the file has changed since the part that was here; beginning anew");
        }
        if (response.StatusCode == HttpStatusCode.OK) from = 0;
        if (request.Bytes is { } expected && now.Total is { } total && total != expected)
            throw AddressException.Final($"its file has {total:N0} bytes, the published one has {expected:N0}");
        await CopyAsync(response, from, now).ConfigureAwait(false);
    }

    // Bytes of another address are of use only where a published hash will tell whether the whole is right.
    private (long From, PartRecord? Known) Usable(Uri address)
    {
        PartRecord? known = PartRecord.Read(places);
        long length = known is null ? 0 : new FileInfo(places.Part).Length;
        bool usable = length > 0 && (request.Sha256 is not null || (SameServer(known, address) && known!.Validator is not null));
        if (usable && length > (request.Bytes ?? known!.Total ?? long.MaxValue)) usable = false;
        if (usable) return (length, known);
        places.ForgetPart();
        return (0, null);
    }

    private static bool SameServer(PartRecord? known, Uri address) => known?.Address == address.AbsoluteUri;

    private static PartRecord Describe(HttpResponseMessage response, Uri address)
    {
        HttpContentHeaders headers = response.Content.Headers;
        // A weak name says "about the same", which is not enough to glue bytes together (RFC 9110, 13.1.5).
        string? etag = response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null;
        string? changed = headers.LastModified?.ToString("R");
        long? total = response.StatusCode == HttpStatusCode.PartialContent ? headers.ContentRange?.Length : headers.ContentLength;
        return new PartRecord(address.AbsoluteUri, etag, changed, total);
    }

    private bool Continues(HttpResponseMessage response, long from, PartRecord? known, PartRecord now)
    {
        if (response.Content.Headers.ContentRange is not { From: { } begin } || begin != from) return false;
        if (known is null || known.Address != now.Address) return request.Sha256 is not null;
        if (known.Total is { } before && now.Total is { } total && before != total) return false;
        return known.ETag is null || now.ETag is null || known.ETag == now.ETag;
    }

    private async Task CopyAsync(HttpResponseMessage response, long from, PartRecord now)
    {
        long? total = now.Total ?? request.Bytes;
        CheckDisk(total, from);
        places.MakeFolders();
        // First whose bytes they will be, then the bytes: a part without its record is never used.
        now.Write(places);
        await using var part =
            new FileStream(places.Part, from > 0 ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        part.SetLength(from);
        part.Position = from;
        try
        {
            using var silence = new Silence(options);
            await using Stream body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            await CopyAsync(body, part, total, silence).ConfigureAwait(false);
        }
        finally
        {
            part.Flush(flushToDisk: true);
            _meter.Reached(part.Length, total, now: true);
        }
        if (total is { } all && part.Length < all)
            throw AddressException.Passing($"the connection ended after {part.Length:N0} of {all:N0} bytes");
    }

    private async Task CopyAsync(Stream body, FileStream part, long? total, Silence silence)
    {
        var buffer = new byte[Block];
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!options.Cancellation.IsCancellationRequested)
            {
                throw AddressException.Passing($"nothing came for {ByteText.Of(options.StallTimeout)}");
            }
            catch (IOException e)   // HttpIOException: the connection was cut
            {
                throw AddressException.Passing($"the connection ended after {part.Length:N0} bytes ({e.Message.TrimEnd('.')})");
            }
            if (read == 0) return;
            silence.Broken();
            if (total is { } all && part.Length + read > all)
            {
                places.ForgetAfter(part);
                throw AddressException.Final($"it sends more than the {all:N0} bytes of the file");
            }
            Write(part, buffer.AsSpan(0, read));
            _meter.Reached(part.Length, total);
        }
    }

    private void Write(FileStream part, ReadOnlySpan<byte> bytes)
    {
        try
        {
            part.Write(bytes);
        }
        catch (IOException e)
        {
            throw request.Refused(
                $"the disk of {places.Folder} takes no more ({e.Message.TrimEnd('.')})", $"Free space, or let {DataCache.Variable} name another folder.", e);
        }
    }

    private void CheckDisk(long? total, long from)
    {
        if (total is not { } all) return;
        places.MakeFolders();
        long free = options.FreeDisk(places.Folder), needed = all - from + options.SpareDisk;
        if (free >= needed) return;
        throw request.Refused(
            $"{ByteText.Of(all - from)} are still to come, but the disk of {places.Folder} has {ByteText.Of(free)} free",
            $"Free space (hacklab data clean), or let {DataCache.Variable} name a folder on another disk.");
    }
}
