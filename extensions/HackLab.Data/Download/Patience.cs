namespace HackLab.Data.Download;

/// <summary>Tries an address until it has given the right file, with growing pauses, and knows when to give up.</summary>
internal sealed class Patience(FileRequest request, FilePlaces places, PartReceiver receiver, DownloadOptions options)
{
    /// <summary>Leaves the whole, verified file as the part.</summary>
    /// <exception cref="AddressException">The address was given up; the message is the last reason.</exception>
    internal async Task ReceiveAsync(Uri address)
    {
        TimeSpan pause = options.FirstPause;
        for (int tries = 1; ; tries++)
        {
            long before = PartLength();
            try
            {
                await receiver.ReceiveAsync(address).ConfigureAwait(false);
                if (CacheCheck.PartIsRight(request, places, options) is not { } wrong) return;
                places.ForgetPart();   // what failed is not kept, not even as a part
                // A part begun at another address, or an older version's, may be to blame: then a whole one from here is right.
                throw before > 0 ? AddressException.Passing(wrong) : AddressException.Final(wrong);
            }
            catch (AddressException e) when (e.IsPassing)
            {
                if (PartLength() > before) (tries, pause) = (0, options.FirstPause);
                if (tries >= options.Attempts) throw;
                TimeSpan wait = e.RetryAfter is { } asked && asked > pause ? asked : pause;
                if (wait > options.LongestPause)
                {
                    if (e.RetryAfter is not null)
                        throw AddressException.Final($"{e.Message}, and asks to wait {ByteText.Of(wait)}");
                    wait = options.LongestPause;
                }
                options.Say?.Invoke($"{request.Name}: {e.Message}; trying again in {ByteText.Of(wait)}.");
                await Task.Delay(wait, options.Time, options.Cancellation).ConfigureAwait(false);
                pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
            }
        }
    }

    private long PartLength() => File.Exists(places.Part) ? new FileInfo(places.Part).Length : 0;
}
