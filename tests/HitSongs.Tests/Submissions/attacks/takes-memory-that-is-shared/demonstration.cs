using static HitSongs.Demonstrations.Demonstration;
var size = (nint)3 << 30;
var file = Native.memfd_create("m", 0);
Native.ftruncate(file, size);
var at = Native.mmap(0, size, 3, 1, file, 0);
for (nint i = 0; i < size; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(at, (int)(i % int.MaxValue), 1);
System.Threading.Thread.Sleep(-1);
static class Native
{
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int memfd_create(string name, uint flags);
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern int ftruncate(int file, nint size);
    [System.Runtime.InteropServices.DllImport("libc", SetLastError = true)] public static extern nint mmap(nint at, nint size, int protection, int flags, int file, nint offset);
}
