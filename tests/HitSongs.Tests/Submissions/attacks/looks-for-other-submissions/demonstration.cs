using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = System.IO.Directory.GetDirectories("/tmp").Any(d => System.IO.Directory.GetFiles(d, "*.cs", System.IO.SearchOption.AllDirectories).Length > 0);
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
