using static HitSongs.Demonstrations.Demonstration;
#line 1 "x(99999999999,1): error CS0001: y"
int y = "a";
