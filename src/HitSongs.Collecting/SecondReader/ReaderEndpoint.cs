namespace HitSongs.Collecting.SecondReader;

/// <summary>An OpenAI-compatible endpoint, and how it is asked.</summary>
/// <param name="Address">Such as http://localhost:8000/v1; requests go to chat/completions and models below it.</param>
/// <param name="Model">Null for the first that the endpoint names.</param>
/// <param name="Key">What requests are signed with; null where the endpoint asks for none.</param>
internal sealed record ReaderEndpoint(Uri Address, string? Model, string? Key)
{
    /// <summary>The only place that a key is taken from: what stands on a command line is seen by every user of the machine.</summary>
    public const string KeyVariable = "HITSONGS_READER_KEY";

    /// <summary>Time limit of one request.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause before a request is made a second time; before the third it is twice as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <param name="address">As the user wrote it.</param>
    /// <exception cref="UsageException">It is no address of an endpoint.</exception>
    public static ReaderEndpoint Parse(string address, string? model, string? key)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new UsageException($"--reader takes the address of an OpenAI-compatible endpoint, such as http://localhost:8000/v1, not {address}");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new UsageException($"the address of --reader must have no user, `?` or `#`: give a key in the environment variable {KeyVariable}");
        }

        if (model is not null && !ReaderText.IsName(model))
        {
            throw new UsageException("--reader-model takes the name of a model: up to 200 characters in one line");
        }

        // A header has no room for anything else: the fault must not show the key.
        if (key is not null && key.Any(c => c is <= ' ' or > '~'))
        {
            throw new UsageException($"the key in {KeyVariable} has characters that no key has: set it anew, without white space");
        }

        return new ReaderEndpoint(uri, model, string.IsNullOrEmpty(key) ? null : key);
    }
}
