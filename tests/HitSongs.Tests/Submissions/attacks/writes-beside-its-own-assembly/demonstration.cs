using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    System.IO.File.WriteAllText(System.IO.Path.Combine(System.AppContext.BaseDirectory, "x"), "");
    reached = true;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
