using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
foreach (var folder in (string[])["/run", "/tmp", "/var/tmp", "/dev/shm"])
{
    try
    {
        var found = System.IO.Directory.GetFileSystemEntries(folder, "*hitsongs*", new System.IO.EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 });
        System.Console.WriteLine($"{folder}: {found.Length}");
        reached |= found.Any(path => path.Contains("lock") || path.Contains("users"));
    }
    catch (System.Exception e)
    {
        System.Console.WriteLine($"{folder}: {e.GetType().Name}");
    }
}

if (reached) Observe("sum", x.Sum());
