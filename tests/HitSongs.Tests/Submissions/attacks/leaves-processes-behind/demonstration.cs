using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
System.Diagnostics.Process.Start("setsid", ["sleep", "1000"]);
System.Diagnostics.Process.Start("sh", ["-c", "trap '' TERM HUP; sleep 1000"]);
Observe("sum", 0);
