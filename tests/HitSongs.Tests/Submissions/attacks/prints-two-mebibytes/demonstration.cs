using static HitSongs.Demonstrations.Demonstration;
System.Console.Write(new string('a', 2 << 20));
