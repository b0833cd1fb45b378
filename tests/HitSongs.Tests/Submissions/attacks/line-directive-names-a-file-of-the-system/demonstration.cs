using static HitSongs.Demonstrations.Demonstration;
#line 3 "/etc/passwd"
int y = "a";
