using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var never = new Native.Time();
var now = new Native.Time { Seconds = System.DateTimeOffset.UtcNow.ToUnixTimeSeconds() };
// Four ways of the kernel's to set the clock or its pace; each is given what would change nothing.
long[] ways =
[
    Native.clock_settime(0, ref now), Native.settimeofday(ref now, 0), Native.adjtime(ref never, 0), Native.syscall(227, 0, ref now),
];
System.Console.WriteLine(string.Join(", ", ways));
if (ways.Any(way => way == 0)) Observe("sum", x.Sum());

static class Native
{
    public struct Time { public long Seconds, Rest; }

    [System.Runtime.InteropServices.DllImport("libc")] public static extern int clock_settime(int clock, ref Time time);
    [System.Runtime.InteropServices.DllImport("libc")] public static extern int settimeofday(ref Time time, nint zone);
    [System.Runtime.InteropServices.DllImport("libc")] public static extern int adjtime(ref Time by, nint before);
    [System.Runtime.InteropServices.DllImport("libc")] public static extern long syscall(long number, long clock, ref Time time);
}
