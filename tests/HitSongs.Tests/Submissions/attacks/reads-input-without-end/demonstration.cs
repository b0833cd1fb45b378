using static HitSongs.Demonstrations.Demonstration;
while (System.Console.In.Read() != -2) { }
