using static HitSongs.Demonstrations.Demonstration;
Native.kill(System.Environment.ProcessId, 19);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int kill(int process, int signal);
}
