using static HitSongs.Demonstrations.Demonstration;
Native.kill(Native.getppid(), 9);
System.Threading.Thread.Sleep(100);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int kill(int process, int signal);
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int getppid();
}
