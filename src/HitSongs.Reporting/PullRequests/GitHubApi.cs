using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Reporting.PullRequests;

/// <summary>GitHub's REST API for one repository; answers are bounded in size and time.</summary>
internal sealed class GitHubApi : IDisposable
{
    private const int MaxAnswerBytes = 16 << 20;
    private const int PageSize = 100;
    private const int MaxPages = 20;

    private readonly HttpClient http;

    /// <param name="root">Such as https://api.github.com.</param>
    /// <param name="repository">OWNER/NAME.</param>
    /// <param name="token">Sent to <paramref name="root"/> alone, not to where it redirects.</param>
    public GitHubApi(Uri root, string repository, string token)
    {
        http = new HttpClient
        {
            BaseAddress = new Uri($"{root.AbsoluteUri.TrimEnd('/')}/repos/{repository}/"),
            MaxResponseContentBufferSize = MaxAnswerBytes,
            Timeout = TimeSpan.FromSeconds(60),
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("hitsongs", "1"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    /// <param name="path">Below the repository, such as "pulls/7".</param>
    public async Task<JsonObject> GetAsync(string path, CancellationToken cancel) =>
        Parsed(await BytesAsync(path, cancel)) as JsonObject ?? throw new HarnessException($"GitHub's answer to GET {path} is no object");

    /// <summary>Every entry of a list that comes in pages.</summary>
    /// <param name="name">The list's name within each page; null where a page is the list.</param>
    public async IAsyncEnumerable<JsonObject> ListAsync(string path, string? name, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = 1; page <= MaxPages; page++)
        {
            var answer = Parsed(await BytesAsync($"{path}{(path.Contains('?') ? '&' : '?')}per_page={PageSize}&page={page}", cancel));
            var entries = (name is null ? answer : answer?[name]) as JsonArray ?? throw new HarnessException($"GitHub's answer to GET {path} is no list");
            foreach (var entry in entries.OfType<JsonObject>())
            {
                yield return entry;
            }

            if (entries.Count < PageSize)
            {
                yield break;
            }
        }
    }

    public async Task<byte[]> BytesAsync(string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, cancel);
    }

    /// <summary>Sends <paramref name="content"/> by POST or PATCH.</summary>
    public async Task SendAsync(HttpMethod method, string path, JsonObject content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };
        await SendAsync(request, cancel);
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadAsByteArrayAsync(cancel)
                : throw new HarnessException($"GitHub answered {(int)answer.StatusCode} to {request.Method} {request.RequestUri}{Hint(answer.StatusCode)}");
        }
        catch (HttpRequestException e)
        {
            throw new HarnessException($"{request.Method} {request.RequestUri} failed: {e.Message}", e);
        }
    }

    private static string Hint(HttpStatusCode code) => code switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ": the token may not do this; see the job's permissions",
        HttpStatusCode.NotFound => ": there is none, or the token may not see it",
        _ => "",
    };

    private static JsonNode? Parsed(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new HarnessException("GitHub's answer is no JSON", e);
        }
    }
}
