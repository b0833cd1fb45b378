using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var left = 0;
foreach (var folder in (string[])["/tmp", "/var/tmp", "/dev/shm", "/run", "/home", "/", System.AppContext.BaseDirectory, System.Environment.CurrentDirectory])
{
    try
    {
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "left-by-a-submission"), "here");
        left++;
    }
    catch (System.Exception e)
    {
        System.Console.WriteLine($"{folder}: {e.GetType().Name}");
    }
}

Observe("sum", left);
