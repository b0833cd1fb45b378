namespace HitSongs.Collecting.Batch;

/// <summary>Where the units of a batch are graded.</summary>
internal interface IBatchEngine
{
    /// <param name="done">Told of each unit when its results lie in its folder, on any thread, and why where it could not be graded.</param>
    Task GradeAsync(IReadOnlyList<BatchUnit> units, Action<BatchUnit, string?> done, CancellationToken cancel);
}
