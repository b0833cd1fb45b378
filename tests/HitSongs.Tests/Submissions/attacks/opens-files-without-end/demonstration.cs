using static HitSongs.Demonstrations.Demonstration;
var files = new System.Collections.Generic.List<System.IO.Stream>();
while (true) files.Add(System.IO.File.OpenRead("/dev/null"));
