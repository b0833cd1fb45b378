using System.Text.Json.Nodes;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Expectations;
using HitSongs.Grading.Evidence;

namespace HitSongs.Collecting.Expectations;

/// <summary>A compiled expectation that can be asked; what it does wrong is told as a fault of the rubric.</summary>
/// <param name="file">How messages name its source.</param>
/// <param name="sha256">Of its source, lower-case hex.</param>
internal sealed class LoadedExpectation(Sandbox sandbox, byte[] assembly, string file, string sha256)
{
    public string Sha256 => sha256;

    /// <summary>Draws inputs.</summary>
    /// <returns>All of them, and those that the demonstration is given.</returns>
    /// <exception cref="InvalidInputException">The expectation is wrong.</exception>
    /// <exception cref="HarnessException">No process for it can be started.</exception>
    public async Task<(JsonObject Inputs, JsonObject Given)> DrawAsync(int seed, CancellationToken cancel)
    {
        var reply = await AskAsync(new ExpectationRequest(assembly, seed), cancel);
        var given = reply.Inputs!.Where(input => !reply.Withheld.Contains(input.Key)).Select(input => KeyValuePair.Create(input.Key, input.Value?.DeepClone()));
        return (reply.Inputs!, new JsonObject(given));
    }

    /// <summary>Compares what was observed with what must have been.</summary>
    /// <param name="inputs">All that were drawn.</param>
    /// <exception cref="InvalidInputException">The expectation is wrong.</exception>
    /// <exception cref="HarnessException">No process for it can be started.</exception>
    public async Task<IReadOnlyList<CheckResult>> CheckAsync(JsonObject inputs, IReadOnlyList<Observation> observations, CancellationToken cancel) =>
        (await AskAsync(new ExpectationRequest(assembly, null) { Inputs = inputs, Observations = observations }, cancel)).Checks;

    private async Task<ExpectationReply> AskAsync(ExpectationRequest request, CancellationToken cancel)
    {
        var reply = await ExpectationHosts.AskAsync(sandbox, request, cancel);
        return reply.Fault is { } fault ? throw new InvalidInputException(file, null, fault.Problem, fault.Advice) : reply;
    }
}
