using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HitSongs.Tests.Reporting.PullRequests;

/// <summary>A server on loopback that answers as GitHub's REST API does, and keeps what it was sent.</summary>
internal sealed class LoopbackGitHub : IDisposable
{
    public const string Head = "3f786850e387550fdab836ed7e6dc881de23001b";

    private readonly HttpListener listener = new();
    private readonly Task serving;

    public LoopbackGitHub()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>What is answered, by method and path without its page.</summary>
    public Dictionary<string, byte[]> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What was changed: method, path, and content.</summary>
    public List<(string Call, JsonNode Content)> Changes { get; } = [];

    public HashSet<string> Tokens { get; } = [];

    /// <summary>A run of a pull request of a fork, whose artifact is <paramref name="zip"/>.</summary>
    public void AddRun(byte[] zip, string comments = "[]")
    {
        Say("actions/runs/42", $$"""{"id":42,"event":"pull_request","head_sha":"{{Head}}","pull_requests":[]}""");
        Say(
            "actions/runs/42/artifacts",
            $$"""{"total_count":2,"artifacts":[{"id":1,"name":"other","size_in_bytes":1},{"id":7,"name":"grade","size_in_bytes":{{zip.Length}}}]}"""
        );
        Answers["actions/artifacts/7/zip"] = zip;
        Say("pulls?state=open", $$$"""[{"number":11,"head":{"sha":"{{{new string('0', 40)}}}"}},{"number":12,"head":{"sha":"{{{Head}}}"}}]""");
        Say("issues/12/comments", comments);
    }

    public void Say(string path, string json) => Answers[path] = Encoding.UTF8.GetBytes(json);

    public void Dispose()
    {
        listener.Close();
        serving.GetAwaiter().GetResult();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            await AnswerAsync(call);
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        const string repository = "/repos/owner/name/";
        Tokens.Add(call.Request.Headers["Authorization"] ?? "none");
        var path = call.Request.Url!.PathAndQuery;
        var asked = path.StartsWith(repository, StringComparison.Ordinal) ? path[repository.Length..].Split("per_page")[0].TrimEnd('?', '&') : path;
        if (call.Request.HttpMethod == "GET")
        {
            var answer = Answers.GetValueOrDefault(asked);
            call.Response.StatusCode = answer is null ? 404 : 200;
            await call.Response.OutputStream.WriteAsync(answer ?? []);
        }
        else
        {
            using var reader = new StreamReader(call.Request.InputStream);
            Changes.Add(($"{call.Request.HttpMethod} {asked}", JsonNode.Parse(await reader.ReadToEndAsync())!));
            call.Response.StatusCode = 201;
            await call.Response.OutputStream.WriteAsync("{}"u8.ToArray());
        }

        call.Response.Close();
    }
}
