using static HitSongs.Demonstrations.Demonstration;
System.Threading.Thread.Sleep(-1);
