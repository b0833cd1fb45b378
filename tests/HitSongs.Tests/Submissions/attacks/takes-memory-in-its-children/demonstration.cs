using static HitSongs.Demonstrations.Demonstration;
for (var i = 0; i < 12; i++) System.Diagnostics.Process.Start("/bin/sh", ["-c", "x=$(head -c 100000000 /dev/zero | tr '\\0' a); sleep 100"]);
System.Threading.Thread.Sleep(-1);
