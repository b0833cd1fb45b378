using System.Text;
using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Hosts;

/// <summary>
/// The loop of a process that answers requests: a line on standard input, a line on standard output. Each is a word that the asker drew and the
/// reply repeats, a space, and JSON.
/// </summary>
internal static class RequestLoop
{
    /// <summary>Answers until there are no more requests. What an answer prints goes to standard error.</summary>
    /// <param name="answer">What it throws ends the process.</param>
    public static void Run<TRequest, TReply>(JsonSerializerOptions json, Func<TRequest, TReply> answer)
    {
        using var requests = new StreamReader(Console.OpenStandardInput());
        using var replies = StandardStreams.TakeOutput();
        replies.Write(Protocol.Started); // what fails without this is the machine's fault
        while (requests.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ');
            var reply = answer(JsonSerializer.Deserialize<TRequest>(line.AsSpan(space + 1), json)!);
            replies.Write([.. Encoding.UTF8.GetBytes(line[..(space + 1)]), .. JsonSerializer.SerializeToUtf8Bytes(reply, json), (byte)'\n']);
        }
    }
}
