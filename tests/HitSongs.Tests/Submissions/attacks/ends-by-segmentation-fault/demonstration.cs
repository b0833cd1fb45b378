using static HitSongs.Demonstrations.Demonstration;
Native.kill(System.Environment.ProcessId, 11);
System.Threading.Thread.Sleep(-1);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int kill(int process, int signal);
}
