using static HitSongs.Demonstrations.Demonstration;
System.AppDomain.CurrentDomain.ProcessExit += (_, _) => { while (true) { } };
