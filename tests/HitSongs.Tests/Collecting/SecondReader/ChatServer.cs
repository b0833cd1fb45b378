using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HitSongs.Tests.Collecting.SecondReader;

/// <summary>A local endpoint that speaks the protocol of chat completions, and says what a test wants it to say.</summary>
internal sealed class ChatServer : IDisposable
{
    public const string Model = "a-model";

    private readonly HttpListener listener = new();
    private readonly Func<JsonNode, int, ChatReply> reply;
    private readonly TaskCompletionSource end = new();
    private int asked;

    /// <param name="reply">From the request's body, and how many were made before it, to the reply.</param>
    public ChatServer(Func<JsonNode, int, ChatReply> reply)
    {
        this.reply = reply;
        Address = Listen();
        _ = ServeAsync();
    }

    public ChatServer(string content)
        : this((_, _) => ChatReply.Says(content))
    {
    }

    public Uri Address { get; }

    /// <summary>The bodies of the requests for completions, in their order.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = [];

    /// <summary>The `Authorization` of each.</summary>
    public ConcurrentQueue<string?> Keys { get; } = [];

    /// <summary>What a request asks the model to read.</summary>
    public static string UserText(JsonNode request) => TextOf(request["messages"]![1]!["content"]!);

    public static string SystemText(JsonNode request) => TextOf(request["messages"]![0]!["content"]!);

    public void Dispose()
    {
        end.TrySetResult();
        listener.Close();
    }

    private static string TextOf(JsonNode content) =>
        content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string)content!;

    // Another process may take a free port between its choice and its use.
    private Uri Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            try
            {
                listener.Prefixes.Clear();
                listener.Prefixes.Add(address);
                listener.Start();
                return new Uri(address + "v1");
            }
            catch (HttpListenerException)
            {
                // Taken: the next one.
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var call = await listener.GetContextAsync();
                _ = AnswerAsync(call);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed at the end of the test.
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            var answer = call.Request.Url!.AbsolutePath == "/v1/models"
                ? new ChatReply(200, $$"""{"object": "list", "data": [{"id": "{{Model}}", "object": "model", "created": 0, "owned_by": "a test"}]}""")
                : await CompletionAsync(call.Request);
            if (answer.Hangs)
            {
                await end.Task;
            }

            var bytes = Encoding.UTF8.GetBytes(answer.Body);
            (call.Response.StatusCode, call.Response.ContentType) = (answer.Status, "application/json");
            call.Response.ContentLength64 = bytes.Length + (answer.Breaks ? 100 : 0);
            await call.Response.OutputStream.WriteAsync(bytes);
            if (answer.Breaks)
            {
                await call.Response.OutputStream.FlushAsync();
                call.Response.Abort();
            }
            else
            {
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The client has gone, as it should where the reply is slow or too long.
        }
    }

    private async Task<ChatReply> CompletionAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var body = JsonNode.Parse(await reader.ReadToEndAsync())!;
        Requests.Enqueue(body);
        Keys.Enqueue(request.Headers["Authorization"]);
        return reply(body, Interlocked.Increment(ref asked) - 1);
    }
}

/// <param name="Hangs">Whether it never comes.</param>
/// <param name="Breaks">Whether the connection breaks before its end.</param>
internal sealed record ChatReply(int Status, string Body, bool Hangs = false, bool Breaks = false)
{
    /// <summary>The reply of a model that says something.</summary>
    public static ChatReply Says(string content, string finish = "stop") => new(200, new JsonObject
    {
        ["id"] = "1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = ChatServer.Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
            ["finish_reason"] = finish,
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 120, ["completion_tokens"] = 30, ["total_tokens"] = 150 },
    }.ToJsonString());

    /// <summary>Verdicts as a model should give them.</summary>
    public static string Verdicts(params (string Criterion, string Verdict, string Quote)[] verdicts) => new JsonObject
    {
        ["verdicts"] = new JsonArray([.. verdicts.Select(one => new JsonObject
        {
            ["criterion"] = one.Criterion, ["verdict"] = one.Verdict, ["quote"] = one.Quote,
        })]),
    }.ToJsonString();
}
