using System.Text.Json;
using HitSongs.Cli.Sandboxing;
using HitSongs.Demonstrations;
using HitSongs.Grading;

namespace HitSongs.Cli.Collecting;

/// <summary>Runs a demonstration on newly drawn inputs, and has its expectation look at what it observed.</summary>
internal sealed class DemonstrationCollector(Compiler compiler, ProgramRunner runner)
{
    private const int ShownOutput = 20_000;

    /// <param name="file">The demonstration's path relative to the submission.</param>
    /// <param name="source">Its text; null where the submission has none.</param>
    /// <param name="seed">What the inputs are drawn from.</param>
    public async Task<DemonstrationRun> CollectAsync(string file, string? source, LoadedExpectation loaded, int seed, Limits limits, CancellationToken cancel)
    {
        var inputs = loaded.Draw(seed);
        if (source is null)
        {
            return Ended(new ProgramRun(file, "", RunOutcome.Missing, $"there is no {file}", null, ""));
        }

        using var folder = new TemporaryFolder();
        var compiled = await compiler.CompileAsync(source, "exe", References.OfSubmissions, folder.Path, cancel);
        if (compiled.Program is null)
        {
            return Ended(new ProgramRun(file, source, RunOutcome.DidNotCompile, $"it does not compile: {compiled.Error}", compiled.Line, ""));
        }

        var end = await runner.RunAsync("demonstration", compiled.Program, JsonSerializer.SerializeToUtf8Bytes(inputs, Protocol.Json), limits, cancel);
        var program = new ProgramRun(file, source, end.Outcome, end.Reason, end.Line, end.Output[..Math.Min(ShownOutput, end.Output.Length)]);
        if (end.Outcome != RunOutcome.Completed)
        {
            return Ended(program);
        }

        var observations = (end.Result!.Observations ?? []).Select(o => new Observation(o.Name, o.Line, o.Value)).ToList();
        return new DemonstrationRun(program, inputs, observations, loaded.Check(inputs, observations), loaded.Sha256);

        DemonstrationRun Ended(ProgramRun run) => new(run, inputs, [], [], loaded.Sha256);
    }
}
