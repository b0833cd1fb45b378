using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// Makes the garbage collector run soon enough for tensors nobody disposes: it sees 24 bytes where libtorch holds megabytes, and left
/// alone lets a training loop reach gigabytes before it collects.
/// </summary>
internal static class NativeMemory
{
    private const long BytesPerCollection = 64L << 20;
    private const int TensorsPerCollection = 4096;

    // Tensors that were in use during a collection outlive it and are older to the next: now and then it looks there too.
    private const int CollectionsPerOlder = 8;
    private const int CollectionsPerFull = 64;

    private static long bytes;
    private static int tensors;
    private static int collections;

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
        var turn = Interlocked.Increment(ref collections);
        var generation = turn % CollectionsPerFull == 0 ? 2 : turn % CollectionsPerOlder == 0 ? 1 : 0;
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
