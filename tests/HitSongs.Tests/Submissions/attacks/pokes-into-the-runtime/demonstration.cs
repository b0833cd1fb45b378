using static HitSongs.Demonstrations.Demonstration;
using System.Runtime.CompilerServices;
var method = typeof(HitSongs.Demonstrations.Demonstration).GetMethod("Observe")!;
RuntimeHelpers.PrepareMethod(method.MethodHandle);
for (var i = 0; i < 64; i++)
{
    System.Runtime.InteropServices.Marshal.WriteByte(method.MethodHandle.Value, i, 0xcc);
}

Observe("sum", 1);
