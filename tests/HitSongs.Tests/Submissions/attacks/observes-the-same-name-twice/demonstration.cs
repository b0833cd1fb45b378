using static HitSongs.Demonstrations.Demonstration;
Observe("sum", 1);
Observe("sum", 2);
