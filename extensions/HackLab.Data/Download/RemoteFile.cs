using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace HackLab.Data.Download;

/// <summary>
/// Asks one address for a file, or for the rest of one. Redirects are followed here and not by the HTTP library, because they are
/// counted and may never lead from https to http, where anybody on the way could change what comes.
/// </summary>
internal sealed class RemoteFile(HttpClient client, FileRequest request, DownloadOptions options)
{
    /// <summary>The server's answer; its body is not read yet.</summary>
    /// <param name="address">Where to ask.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="validator">The version that the bytes before it are of; null if any will do.</param>
    /// <exception cref="AddressException">This address cannot give the file now, or not at all.</exception>
    internal async Task<HttpResponseMessage> AskAsync(Uri address, long from, string? validator)
    {
        Uri at = address;
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage response = await SendAsync(at, from, validator).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode)) return Accepted(response, from);
            using (response)
            {
                Uri? next = response.Headers.Location is { } location ? new Uri(at, location) : null;
                if (next is null) throw AddressException.Final("it points elsewhere without saying where");
                if (redirects >= options.Redirects)
                    throw AddressException.Final($"it points on to other addresses more than {options.Redirects} times");
                Check(next, at);
                at = next;
            }
        }
    }

    /// <summary>Refuses whatever is not http or https, and the way from https to http.</summary>
    internal static void Check(Uri address, Uri? from = null)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw AddressException.Final($"it {(from is null ? "is" : "points to")} {address}, which is neither http nor https");
        if (from?.Scheme == Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttps)
            throw AddressException.Final(
                $"it points from https to http ({address}), where what comes could be changed on the way");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri at, long from, string? validator)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, at);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("HackLab", "1"));
        // The bytes as published, not packed anew for the way: hash, size and ranges are about those.
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (from > 0)
        {
            message.Headers.Range = new RangeHeaderValue(from, null);
            if (validator is not null) message.Headers.TryAddWithoutValidation("If-Range", validator);
        }
        using var silence = new Silence(options);
        try
        {
            return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!options.Cancellation.IsCancellationRequested)
        {
            throw AddressException.Passing($"no answer within {ByteText.Of(options.StallTimeout)}");
        }
        catch (HttpRequestException e)
        {
            // Without a network nobody should have to wait for all tries at all mirrors.
            throw e.HttpRequestError == HttpRequestError.NameResolutionError ? AddressException.Final(Words(e))
                : AddressException.Passing(Words(e));
        }
    }

    private HttpResponseMessage Accepted(HttpResponseMessage response, long from)
    {
        HttpStatusCode status = response.StatusCode;
        if (status == HttpStatusCode.RequestedRangeNotSatisfiable && from > 0) return response;
        if (status is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            string words = string.Create(CultureInfo.InvariantCulture, $"it answers {(int)status} {response.ReasonPhrase}")
                .TrimEnd();
            TimeSpan? after = RetryAfter(response);
            response.Dispose();
            bool passing = (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
            throw passing ? AddressException.Passing(words, after) : AddressException.Final(words);
        }
        // Pages of log-in, consent or "file has moved" come with status 200.
        if (response.Content.Headers.ContentType?.MediaType == "text/html" && request.EncodingFormat != "text/html")
        {
            response.Dispose();
            throw AddressException.Final("it gives a web page instead of the file");
        }
        bool isPacked = response.Content.Headers.ContentEncoding.Any(encoding => encoding is not ("identity" or ""));
        if (isPacked && request.Sha256 is null && request.Bytes is null)
        {
            string encoding = string.Join(", ", response.Content.Headers.ContentEncoding);
            // Servers also say "gzip" of a file that is a .gz; then its bytes are what is wanted.
            if (!request.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                response.Dispose();
                throw AddressException.Final($"it packs the file for the way ({encoding}), though asked not to");
            }
        }
        return response;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - options.Time.GetUtcNow() is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static string Words(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known here (no network?)",
        HttpRequestError.ConnectionError => "no connection to it",
        HttpRequestError.SecureConnectionError => "no secure connection to it",
        _ => e.Message.TrimEnd('.'),
    };
}
