using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
for (var file = 3; file < 300; file++) Native.close(file);
Observe("sum", x.Sum());

static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int close(int file);
}
