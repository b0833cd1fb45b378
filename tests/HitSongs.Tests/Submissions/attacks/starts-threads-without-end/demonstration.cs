using static HitSongs.Demonstrations.Demonstration;
while (true) new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();
