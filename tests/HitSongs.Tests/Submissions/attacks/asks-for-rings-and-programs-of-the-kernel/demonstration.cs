using static HitSongs.Demonstrations.Demonstration;
foreach (var call in (long[])[425, 321, 323, 298, 250, 101, 310, 311, 246, 175])
    System.Console.WriteLine($"{call}: {Native.syscall(call, 0, 0, 0)}");
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern long syscall(long number, long a, long b, long c);
}
