using static HitSongs.Demonstrations.Demonstration;
Observe(new string('n', 1 << 20), 1);
