using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = Native.setuid(0) == 0 && Native.getuid() == 0 && System.IO.File.Exists("/etc/shadow");
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());

static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int setuid(uint user);
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern uint getuid();
}
