using static HitSongs.Demonstrations.Demonstration;
Observe("sum", double.NaN);
