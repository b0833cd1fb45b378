using static HitSongs.Demonstrations.Demonstration;
new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { IsBackground = false }.Start();
Observe("sum", 1);
