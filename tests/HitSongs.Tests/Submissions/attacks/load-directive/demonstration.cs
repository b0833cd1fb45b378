using static HitSongs.Demonstrations.Demonstration;
#load "/etc/passwd"
return;
