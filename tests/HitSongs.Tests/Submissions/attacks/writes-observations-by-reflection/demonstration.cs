using static HitSongs.Demonstrations.Demonstration;
var list = typeof(HitSongs.Demonstrations.Demonstration).GetField("Observed", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!;
var type = list.GetType().GetGenericArguments()[0];
list.GetType().GetMethod("Add")!.Invoke(list, [System.Activator.CreateInstance(type, "sum", int.MaxValue, System.Text.Json.Nodes.JsonValue.Create(1.0))]);
list.GetType().GetMethod("Add")!.Invoke(list, [System.Activator.CreateInstance(type, "sum", -1, null)]);
