using static HitSongs.Demonstrations.Demonstration;
while (true) System.Diagnostics.Process.Start("sleep", "100");
