using System.Text.Json;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Pipeline.Songs;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Collect;

/// <summary>Runs a demonstration on newly drawn inputs, and has its expectation look at what it observed.</summary>
internal sealed class DemonstrationCollector(Compiler compiler, ProgramRunner runner)
{
    /// <param name="seed">What the inputs are drawn from.</param>
    /// <param name="songs">Where it is an analysis, the songs of which its input "songs" is a part; otherwise null.</param>
    public async Task<DemonstrationRun> CollectAsync(
        SubmittedFile file, LoadedExpectation loaded, int seed, Limits limits, IReadOnlyList<LabelledSong>? songs, CancellationToken cancel)
    {
        var (inputs, given) = await loaded.DrawAsync(seed, cancel);
        if (songs is not null)
        {
            inputs["songs"] = JsonSerializer.SerializeToNode(DrawnSongs.Of(songs, seed), Protocol.Json);
            given["songs"] = seed; // what they are drawn from: the songs themselves are no part of the evidence
        }

        using var folder = new TemporaryFolder();
        var (compiled, refusal) = await file.CompileAsync(compiler, folder.Path, optimized: false, cancel);
        if (compiled is null)
        {
            return Ended(refusal!);
        }

        var end = await runner.RunAsync(
            "demonstration",
            compiled,
            JsonSerializer.SerializeToUtf8Bytes(songs is null ? given : inputs, Protocol.Json),
            limits,
            cancel
        );
        var program = file.Ended(end);
        var observations = (end.Result?.Observations ?? []).Select(o => new Observation(o.Name, Math.Clamp(o.Line, 1, file.Lines), o.Value)).ToList();
        if (end.Outcome != RunOutcome.Completed)
        {
            return Ended(program) with { Observations = observations }; // what was seen before it ended helps its author
        }

        try
        {
            var checks = await loaded.CheckAsync(inputs, observations, cancel);
            return new DemonstrationRun(program, given, observations, checks, loaded.Sha256) { Figures = end.Result!.Figures };
        }
        catch (InvalidInputException fault)
        {
            // What a stranger handed back must not end the grading of all else, nor cost points where the rubric is wrong.
            return Ended(program with { Outcome = RunOutcome.HarnessFault, Reason = fault.Message }) with { Observations = observations };
        }

        DemonstrationRun Ended(ProgramRun run) => new(run, given, [], [], loaded.Sha256);
    }
}
