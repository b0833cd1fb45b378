using static HitSongs.Demonstrations.Demonstration;
while (true) System.Console.Error.Write("all work and no play ");
