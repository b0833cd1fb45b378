namespace TorchSharp;

/// <summary>
/// Makes the garbage collector run soon enough for tensors nobody disposes: it sees 24 bytes where libtorch holds megabytes, and left
/// alone lets a training loop reach gigabytes before it collects.
/// </summary>
internal static class NativeMemory
{
    private const long BytesPerCollection = 64L << 20;
    private const int TensorsPerCollection = 4096;
    private const long Slack = 256L << 20;
    private static long bytes;
    private static int tensors;
    private static long limit = Slack;

    /// <summary>Notes a new tensor that holds <paramref name="owned"/> bytes of its own, and collects when enough have come together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Note(long owned)
    {
        // Not synchronised: a count lost between threads makes a collection a little later, no more.
        bytes += owned;
        tensors++;
        if (bytes > BytesPerCollection || tensors > TensorsPerCollection) Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        bytes = 0;
        tensors = 0;
        // The second generation too: what is in use during one collection is garbage by the next.
        Collect(generation: 1);
        if (Environment.WorkingSet <= limit) return;
        // What lived through two collections is old to the collector. It is looked at only when the process has grown by half, so that
        // the cost stays in proportion to what is really kept.
        Collect(generation: 2);
        limit = (Environment.WorkingSet * 3 / 2) + Slack;
    }

    private static void Collect(int generation)
    {
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
