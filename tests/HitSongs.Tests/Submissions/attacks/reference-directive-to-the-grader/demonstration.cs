using static HitSongs.Demonstrations.Demonstration;
#r "HitSongs.Grading.dll"
return;
