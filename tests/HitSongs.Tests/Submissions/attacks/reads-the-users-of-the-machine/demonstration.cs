using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = System.IO.File.ReadAllText("/etc/passwd").Contains("root");
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
