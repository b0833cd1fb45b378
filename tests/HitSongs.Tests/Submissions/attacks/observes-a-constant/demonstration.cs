using static HitSongs.Demonstrations.Demonstration;
Observe("sum", 1.5);
