using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
Observe("sum", 0);
var field = typeof(HitSongs.Demonstrations.Demonstration).GetField("Observed", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
field.GetValue(null)!.GetType().GetMethod("Clear")!.Invoke(field.GetValue(null), null);
