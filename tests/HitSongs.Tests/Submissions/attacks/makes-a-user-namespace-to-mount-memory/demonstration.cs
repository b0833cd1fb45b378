using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    using var inside = System.Diagnostics.Process.Start("unshare", ["-Urm", "sh", "-c", "mount -t tmpfs x /tmp"]);
    inside.WaitForExit();
    reached = inside.ExitCode == 0;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
