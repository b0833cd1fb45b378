using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
// Those that start it, and itself.
const int Own = 5;
var all = System.Diagnostics.Process.GetProcesses();
System.Console.WriteLine(string.Join(", ", all.Select(p => $"{p.Id} {p.ProcessName}")));
if (all.Length > Own) Observe("sum", x.Sum());
