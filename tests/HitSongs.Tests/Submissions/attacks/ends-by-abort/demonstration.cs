using static HitSongs.Demonstrations.Demonstration;
Native.abort();
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern void abort();
}
