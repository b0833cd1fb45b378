using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Programs;

/// <summary>
/// Hands a program's result back, as a line of JSON. It may be handed back again when more was observed: the last whole line counts.
/// </summary>
/// <param name="collect">The result so far.</param>
internal sealed class Handback(Stream results, Func<ProgramFailure?, ProgramResult> collect)
{
    private readonly Lock gate = new();
    private int handedBack = -1;
    private bool failed;

    /// <param name="failure">What ended the program; null where it ended by itself.</param>
    public void Write(ProgramFailure? failure)
    {
        lock (gate)
        {
            var result = collect(failure);
            var count = (result.Observations?.Count ?? 0) + (result.Predictions?.Count ?? 0);
            // What ended the program first is what counts.
            if (failed || (failure is null && count == handedBack)) return;
            (handedBack, failed) = (count, failure is not null);
            results.Write([.. JsonSerializer.SerializeToUtf8Bytes(result, Protocol.Json), (byte)'\n']);
            results.Flush();
        }
    }
}
