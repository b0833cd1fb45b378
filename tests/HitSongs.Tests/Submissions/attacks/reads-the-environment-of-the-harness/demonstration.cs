using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    reached = System.IO.Directory.GetDirectories("/proc").Any(d => System.IO.File.Exists(d + "/environ") && System.IO.File.ReadAllText(d + "/environ").Contains("HITSONGS_TEST_SECRET"));
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
