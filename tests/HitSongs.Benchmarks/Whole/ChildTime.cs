using System.Runtime.InteropServices;

namespace HitSongs.Benchmarks.Whole;

/// <summary>User and system time of all processes that were started from a moment on and have ended, and of all that these started.</summary>
/// <remarks>The sandbox's outer process ends without waiting for the inner one, whose time would then be nobody's: this process takes in such
/// orphans.</remarks>
internal sealed partial class ChildTime
{
    private const int Children = -1;
    private const int SetChildSubreaper = 36;
    private const int NoHang = 1;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly TimeSpan before;

    private ChildTime() => before = OfChildren();

    /// <exception cref="InvalidOperationException">It cannot be taken here.</exception>
    public static ChildTime Begin() => TakeInOrphans(SetChildSubreaper, 1, 0, 0, 0) == 0
        ? new ChildTime()
        : throw new InvalidOperationException("the time of orphaned processes cannot be taken here");

    /// <summary>So far; called when the process that was started has been waited for.</summary>
    public TimeSpan Taken()
    {
        // Each that is waited for has its time added to this process's children's. Those that were killed at the end need a moment.
        for (var left = System.Diagnostics.Stopwatch.StartNew(); WaitFor(-1, out _, NoHang) is var ended and >= 0 && left.Elapsed < LongestEnd;)
        {
            Thread.Sleep(ended == 0 ? 5 : 0);
        }

        return OfChildren() - before;
    }

    // Of all descendants that were waited for; .NET knows only its own process.
    private static TimeSpan OfChildren()
    {
        var usage = new long[18];
        return GetUsage(Children, usage) == 0
            ? TimeSpan.FromMicroseconds((1e6 * (usage[0] + usage[2])) + usage[1] + usage[3])
            : throw new InvalidOperationException("the time of child processes cannot be read here");
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int TakeInOrphans(int option, nuint on, nuint none, nuint nothing, nuint zero);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitFor(int process, out int status, int options);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
