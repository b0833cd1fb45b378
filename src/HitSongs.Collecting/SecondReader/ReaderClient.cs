using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace HitSongs.Collecting.SecondReader;

/// <summary>Asks an endpoint by the protocol of OpenAI's chat completions.</summary>
internal sealed class ReaderClient : IDisposable
{
    private const int MostTokens = 8000;

    private static readonly ChatOptions Held = new()
    {
        Temperature = 0,
        MaxOutputTokens = MostTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(ReaderReply.Schema, "verdicts"),
    };

    // For endpoints that refuse one of these.
    private static readonly ChatOptions Plain = new();

    private readonly HttpClient http;
    private readonly OpenAIClient client;

    public ReaderClient(ReaderEndpoint endpoint)
    {
        // Answers and key go to the address that was named, and follow nobody elsewhere.
        http = new HttpClient(new ReplyLimit(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client = new OpenAIClient(
            new ApiKeyCredential(endpoint.Key ?? "none"),
            new OpenAIClientOptions
            {
                Endpoint = endpoint.Address,
                NetworkTimeout = endpoint.Timeout,
                RetryPolicy = new BackOff(endpoint.Pause),
                Transport = new HttpClientPipelineTransport(http),
            }
        );
    }

    /// <summary>The first model that the endpoint names.</summary>
    /// <exception cref="ReaderFaultException">It names none, or cannot be asked.</exception>
    public Task<string> FirstModelAsync(CancellationToken cancel) => AskAsync(
        async () => (await client.GetOpenAIModelClient().GetModelsAsync(cancel)).Value.FirstOrDefault()?.Id is { } name && ReaderText.IsName(name)
            ? name
            : throw new ReaderFaultException("it names no model: name one with --reader-model", isFinal: true),
        cancel);

    /// <summary>Asks once; the reply is whatever the model said.</summary>
    /// <exception cref="ReaderFaultException">There is none.</exception>
    public Task<ChatResponse> AskAsync(string model, string system, string user, CancellationToken cancel) => AskAsync(
        async () =>
        {
            var chat = client.GetChatClient(model).AsIChatClient();
            ChatMessage[] messages = [new(ChatRole.System, system), new(ChatRole.User, user)];
            try
            {
                return await chat.GetResponseAsync(messages, Held.Clone(), cancel);
            }
            catch (ClientResultException e) when (e.Status is 400 or 422)
            {
                return await chat.GetResponseAsync(messages, Plain.Clone(), cancel);
            }
        },
        cancel);

    public void Dispose() => http.Dispose();

    // Whatever a foreign program makes its client throw is its fault; its own words are not shown: they may hold the key.
    private static async Task<T> AskAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (ReaderFaultException)
        {
            throw;
        }
        catch (ClientResultException e) when (e.Status is 401 or 403)
        {
            throw new ReaderFaultException($"it refuses the key (HTTP {e.Status}): set {ReaderEndpoint.KeyVariable}", isFinal: true);
        }
        catch (ClientResultException e) when (e.Status is not 0)
        {
            throw new ReaderFaultException($"it replies with HTTP {e.Status}", isFinal: e.Status is 404 or 405);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            throw new ReaderFaultException(Told(e), isFinal: false);
        }
    }

    private static string Told(Exception fault)
    {
        var last = fault is AggregateException { InnerExceptions: [.., var retried] } ? retried : fault;
        for (var cause = last; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError })
            {
                return "it cannot be reached";
            }
        }

        return last switch
        {
            InvalidDataException => $"its reply has more than {ReplyLimit.MostBytes} bytes",
            OperationCanceledException => "it does not reply in time",
            ClientResultException or HttpRequestException or IOException => "the connection breaks",
            _ => "its reply is not of the protocol",
        };
    }
}
