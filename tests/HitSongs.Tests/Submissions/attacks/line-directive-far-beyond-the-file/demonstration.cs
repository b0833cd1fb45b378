using static HitSongs.Demonstrations.Demonstration;
#line 16000000
int y = "a";
