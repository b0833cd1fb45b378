using static HitSongs.Demonstrations.Demonstration;
System.Environment.Exit(137);
