namespace HitSongs.Cli.Terminal;

/// <summary>Shows on a terminal how much of some work is done; elsewhere it is silent.</summary>
/// <param name="what">Such as "cross-validating".</param>
/// <param name="of">How many parts the work has.</param>
internal sealed class WorkDisplay(string what, int of) : IDisposable
{
    private readonly LiveLine line = new(what);

    /// <summary>Called from any thread.</summary>
    public void Done(int parts) => line.Tell($"{what}: {parts} of {of}");

    public void Dispose() => line.Dispose();
}
