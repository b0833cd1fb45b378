using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = Native.mount("none", "/tmp", "tmpfs", 0, 0) == 0;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());

static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int mount(string from, string to, string kind, ulong flags, nint data);
}
