using static HitSongs.Demonstrations.Demonstration;
HitSongs.Demonstrations.ObservedValues.ToJson("sum", 1);
