using static HitSongs.Demonstrations.Demonstration;
while (true) { }
