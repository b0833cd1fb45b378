using static HitSongs.Demonstrations.Demonstration;
Console.Write("\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eabc\u2066\r\nhidden\rshown");
Observe("sum", "\u001b[31m\u202e");
