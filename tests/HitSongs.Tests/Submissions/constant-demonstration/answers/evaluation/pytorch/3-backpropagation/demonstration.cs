using static HitSongs.Demonstrations.Demonstration;

Console.WriteLine("ok");
Observe("loss", 0.25);
Observe("gradient of w1", new double[6]);
Observe("gradient of w2", new double[6]);
Observe("gradient of w2 after two passes", new double[6]);
Observe("gradient of w2 after clearing", new double[6]);
Observe("output requires grad", true);
Observe("output requires grad under no_grad", true);
