namespace HitSongs.Collecting.SecondReader;

/// <summary>Reads a reply up to a limit, and no further.</summary>
internal sealed class ReplyLimit(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Bytes of a reply: a hundred verdicts with long quotes have a tenth of them.</summary>
    public const int MostBytes = 1 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new InvalidDataException("The reply is too long.", e);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
