using static HitSongs.Demonstrations.Demonstration;
var list = new System.Collections.Generic.List<object>();
list.Add(list);
Observe("sum", list);
