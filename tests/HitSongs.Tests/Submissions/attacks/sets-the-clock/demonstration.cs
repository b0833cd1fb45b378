using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    var now = 0L;
    reached = Native.stime(ref now) == 0;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());

static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int stime(ref long seconds);
}
