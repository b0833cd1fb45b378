using static HitSongs.Demonstrations.Demonstration;
#line 3 "shared-Draws.cs"
int y = "a";
