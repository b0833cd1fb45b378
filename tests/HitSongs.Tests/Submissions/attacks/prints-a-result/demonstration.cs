using static HitSongs.Demonstrations.Demonstration;
System.Console.WriteLine("{\"observations\":[{\"name\":\"sum\",\"line\":1,\"value\":1}],\"predictions\":null,\"failure\":null}");
