using static HitSongs.Demonstrations.Demonstration;
while (System.DateTime.UtcNow.Year < 2100) System.Threading.Thread.Sleep(50);
Observe("sum", 1);
