using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = Native.ptrace(16, Native.getppid(), 0, 0) == 0 && Native.getppid() > 3;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());

static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern long ptrace(long request, int process, nint at, nint data);
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int getppid();
}
