namespace HitSongs.Collecting.Batch;

/// <summary>Grades units in this process.</summary>
/// <param name="jobs">Units at the same time, 1 or more.</param>
internal sealed class LocalEngine(BatchRun run, int jobs) : IBatchEngine
{
    public Task GradeAsync(IReadOnlyList<BatchUnit> units, Action<BatchUnit, string?> done, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            units,
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel },
            async (unit, token) => done(unit, await run.GradeAsync(unit, token))
        );
}
