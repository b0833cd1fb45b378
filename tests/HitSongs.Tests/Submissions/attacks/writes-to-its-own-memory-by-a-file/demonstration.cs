using static HitSongs.Demonstrations.Demonstration;
using var memory = new System.IO.FileStream("/proc/self/mem", System.IO.FileMode.Open, System.IO.FileAccess.ReadWrite);
memory.Position = typeof(HitSongs.Demonstrations.Demonstration).GetMethod("Observe")!.MethodHandle.GetFunctionPointer();
memory.Write(new byte[64]);
memory.Flush();
Observe("sum", 1);
