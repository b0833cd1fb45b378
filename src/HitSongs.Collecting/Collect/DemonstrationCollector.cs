using System.Text.Json;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;

namespace HitSongs.Collecting.Collect;

/// <summary>Runs a demonstration on newly drawn inputs, and has its expectation look at what it observed.</summary>
internal sealed class DemonstrationCollector(Compiler compiler, ProgramRunner runner)
{
    /// <param name="seed">What the inputs are drawn from.</param>
    public async Task<DemonstrationRun> CollectAsync(SubmittedFile file, LoadedExpectation loaded, int seed, Limits limits, CancellationToken cancel)
    {
        var inputs = loaded.Draw(seed);
        var given = loaded.Given(inputs);
        using var folder = new TemporaryFolder();
        var (compiled, refusal) = await file.CompileAsync(compiler, folder.Path, cancel);
        if (compiled is null)
        {
            return Ended(refusal!);
        }

        var end = await runner.RunAsync("demonstration", compiled, JsonSerializer.SerializeToUtf8Bytes(given, Protocol.Json), limits, cancel);
        var program = file.Ended(end);
        if (end.Outcome != RunOutcome.Completed)
        {
            return Ended(program);
        }

        var observations = (end.Result!.Observations ?? []).Select(o => new Observation(o.Name, o.Line, o.Value)).ToList();
        return new DemonstrationRun(program, given, observations, loaded.Check(inputs, observations), loaded.Sha256);

        DemonstrationRun Ended(ProgramRun run) => new(run, given, [], [], loaded.Sha256);
    }
}
