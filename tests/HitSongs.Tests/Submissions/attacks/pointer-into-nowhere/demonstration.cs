using static HitSongs.Demonstrations.Demonstration;
unsafe { *(int*)0 = 1; }
