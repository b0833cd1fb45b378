using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = System.Diagnostics.Process.GetProcesses().Any(p => p.ProcessName.Contains("testhost") || p.ProcessName.Contains("systemd"));
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
