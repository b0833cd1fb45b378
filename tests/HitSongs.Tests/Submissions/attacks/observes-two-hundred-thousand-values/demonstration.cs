using static HitSongs.Demonstrations.Demonstration;
for (var i = 0; i < 200_000; i++) Observe($"v{i}", i);
