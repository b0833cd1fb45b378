using static HitSongs.Demonstrations.Demonstration;
return;
