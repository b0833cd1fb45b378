using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Hosts;

/// <summary>The loop of a process that answers requests: a line of JSON on standard input, a line of JSON on standard output.</summary>
internal static class RequestLoop
{
    /// <summary>Answers until there are no more requests. What an answer prints goes to standard error.</summary>
    /// <param name="answer">What it throws ends the process.</param>
    public static void Run<TRequest, TReply>(JsonSerializerOptions json, Func<TRequest, TReply> answer)
    {
        using var requests = new StreamReader(Console.OpenStandardInput());
        using var replies = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        replies.Write(Protocol.Started); // what fails without this is the machine's fault
        while (requests.ReadLine() is { } line)
        {
            var reply = answer(JsonSerializer.Deserialize<TRequest>(line, json)!);
            replies.Write([.. JsonSerializer.SerializeToUtf8Bytes(reply, json), (byte)'\n']);
            replies.Flush();
        }
    }
}
