using static HitSongs.Demonstrations.Demonstration;
Native.strlen(0);
System.Threading.Thread.Sleep(-1);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern nint strlen(nint text);
}
