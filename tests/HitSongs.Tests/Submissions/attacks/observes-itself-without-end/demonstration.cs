using static HitSongs.Demonstrations.Demonstration;
Observe("sum", Without());
static System.Collections.Generic.IEnumerable<object> Without() { while (true) yield return 1.0; }
