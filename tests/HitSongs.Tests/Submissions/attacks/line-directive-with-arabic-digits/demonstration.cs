using static HitSongs.Demonstrations.Demonstration;
#line ١٢ "x"
int y = 1;
