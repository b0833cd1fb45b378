namespace HitSongs.Collecting.Sandboxing;

/// <summary>Which programs of submissions may run at the same time, over all gradings of this machine: any, but one that must be alone beside none.</summary>
internal static class RunningPrograms
{
    /// <summary>Waits until a program may run; what is returned is held while it does.</summary>
    /// <param name="alone">Whether no other program may run meanwhile.</param>
    /// <exception cref="HarnessException">The locks cannot be made.</exception>
    public static async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancel)
    {
        try
        {
            // In turn: without that, programs that may run side by side would keep out for ever the one that waits to be alone.
            using var turn = await MachineLocks.TakeAsync("turn", shared: false, cancel);
            return await MachineLocks.TakeAsync("running", shared: !alone, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"programs cannot take turns in {MachineLocks.Folder}: {e.Message}", e);
        }
    }
}
