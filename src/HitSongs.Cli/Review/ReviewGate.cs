using System.Security.Cryptography;
using System.Text;
using HitSongs.Reporting.Review;
using Microsoft.AspNetCore.Http;

namespace HitSongs.Cli.Review;

/// <summary>Lets no request in but those of the page itself, whatever else is open in the browser.</summary>
internal sealed class ReviewGate
{
    private const string TokenHeader = "X-HitSongs-Token";
    private const int TokenBytes = 32;

    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>The page's address below the host: nobody guesses it.</summary>
    public string Root => $"/{token}/";

    /// <summary>Host and port: known when the server listens, and until then no request is let in.</summary>
    public string Host { get; set; } = "";

    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        if (RefusalOf(context.Request) is { } code)
        {
            context.Response.StatusCode = code;
            await context.Response.WriteAsync("Refused. Open the address that hitsongs review printed.\n", context.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>The status code to refuse with; null to let in.</summary>
    private int? RefusalOf(HttpRequest request)
    {
        // A name of somebody else's that leads to this machine is no name of ours.
        if (request.Host.Value != Host)
        {
            return StatusCodes.Status421MisdirectedRequest;
        }

        if (!IsToken((request.Path.Value ?? "").Split('/').ElementAtOrDefault(1)))
        {
            return StatusCodes.Status404NotFound;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        // What writes comes from a script of this page: other pages can send no such header, nor this origin.
        return request.Headers.Origin != $"http://{Host}" || !IsToken(request.Headers[TokenHeader]) ? StatusCodes.Status403Forbidden
            : !request.HasJsonContentType() ? StatusCodes.Status415UnsupportedMediaType
            : null;
    }

    // In constant time also for another length: digests are compared.
    private bool IsToken(string? given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ReviewPage.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer"; // the address holds the token
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
