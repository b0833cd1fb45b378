using static HitSongs.Demonstrations.Demonstration;
var size = (nint)1 << 30;
var at = Native.mmap(0, size, 3, 0x21, -1, 0);
for (var i = 0; i < (int)size - 4096; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(at, i, 1);
System.Threading.Thread.Sleep(-1);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern nint mmap(nint at, nint size, int protection, int flags, int file, nint offset);
}
