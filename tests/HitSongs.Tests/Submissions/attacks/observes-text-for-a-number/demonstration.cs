using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
Observe("sum", x.Sum().ToString());
