using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    for (var i = 0; i < 5; i++) System.IO.File.WriteAllBytes($"/tmp/{i}", new byte[100 << 20]);
    reached = true;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
