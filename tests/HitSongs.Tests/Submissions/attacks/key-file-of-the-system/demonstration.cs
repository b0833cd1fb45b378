using static HitSongs.Demonstrations.Demonstration;
[assembly: System.Reflection.AssemblyKeyFile("/etc/hostname")]
return;
