using static HitSongs.Demonstrations.Demonstration;
new System.Threading.Thread(() => throw new System.Exception("from a thread")).Start();
System.Threading.Thread.Sleep(-1);
