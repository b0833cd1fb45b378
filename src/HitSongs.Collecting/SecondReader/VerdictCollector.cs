using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using Microsoft.Extensions.AI;

namespace HitSongs.Collecting.SecondReader;

/// <summary>Asks a second reader what answers state, once for each; where it fails, the harness reads alone.</summary>
internal sealed class VerdictCollector : IDisposable
{
    private const int MostFaultsInARow = 3;

    private readonly ReaderClient client;
    private readonly ReaderCache cache;
    private readonly Action<string> warn;
    private int faultsInARow;
    private int isToldOfFault;
    private int isToldOfVoid;

    private VerdictCollector(ReaderClient client, ReaderEndpoint endpoint, string model, string cache, Action<string> warn)
    {
        (this.client, this.warn, Model) = (client, warn, model);
        Name = $"{model} at {endpoint.Address}";
        this.cache = new ReaderCache(cache, endpoint.Address, model);
    }

    /// <summary>The model that is asked.</summary>
    public string Model { get; }

    /// <summary>Model and endpoint, for people.</summary>
    public string Name { get; }

    /// <summary>Finds out which model is asked, and tells what is sent where.</summary>
    /// <param name="cache">The folder of all that may be deleted at any time.</param>
    /// <param name="tell">Gets one line before anything of an answer is sent.</param>
    /// <param name="warn">Gets one line where the endpoint fails.</param>
    /// <returns>Null where the endpoint cannot be asked.</returns>
    public static async Task<VerdictCollector?> OpenAsync(
        ReaderEndpoint endpoint, string cache, Action<string> tell, Action<string> warn, CancellationToken cancel)
    {
        var asked = new ReaderClient(endpoint);
        try
        {
            var model = endpoint.Model ?? await asked.FirstModelAsync(cancel);
            tell($"second reader: each written answer goes to {endpoint.Address} (model {model}), with its question and what the rubric expects; nothing else");
            return new VerdictCollector(asked, endpoint, model, cache, warn);
        }
        catch (ReaderFaultException fault)
        {
            asked.Dispose();
            warn(Warning(endpoint.Address.ToString(), fault));
            return null;
        }
        catch
        {
            asked.Dispose();
            throw;
        }
    }

    /// <summary>The second reader's verdicts on an answer; null where there is nothing to ask, and where it does not reply.</summary>
    public async Task<SecondReading?> ReadAsync(Question question, AnswerText? answer, CancellationToken cancel)
    {
        if (ReaderPrompt.For(question, answer) is not { } prompt)
        {
            return null;
        }

        if (cache.Find(prompt) is { } before)
        {
            return before;
        }

        if (Volatile.Read(ref faultsInARow) >= MostFaultsInARow)
        {
            return null;
        }

        try
        {
            var (system, user) = prompt.Messages(ReaderPrompt.DrawFence());
            var reading = Read(prompt, await client.AskAsync(Model, system, user, cancel));
            Interlocked.Exchange(ref faultsInARow, 0);
            if (reading.Fault is null)
            {
                cache.Keep(prompt, reading);
            }
            else if (Interlocked.Exchange(ref isToldOfVoid, 1) == 0)
            {
                warn($"the reply of the second reader {Name} to {question.Id} is void, as {reading.Fault}. The harness's own reading stands there");
            }

            return reading;
        }
        catch (ReaderFaultException fault)
        {
            Interlocked.Add(ref faultsInARow, fault.IsFinal ? MostFaultsInARow : 1);
            if (Interlocked.Exchange(ref isToldOfFault, 1) == 0)
            {
                warn(Warning(Name, fault));
            }

            return null;
        }
    }

    public void Dispose() => client.Dispose();

    private SecondReading Read(ReaderPrompt prompt, ChatResponse response)
    {
        var (verdicts, fault) = response.FinishReason == ChatFinishReason.Length
            ? ([], "it was cut off")
            : ReaderReply.Read(response.Text, prompt.Criteria);
        return new SecondReading(Model, prompt.Sha256, response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, verdicts) { Fault = fault };
    }

    private static string Warning(string name, ReaderFaultException fault) =>
        $"the second reader {name} fails: {fault.Message}. The harness's own reading stands where it gave no verdict";
}
