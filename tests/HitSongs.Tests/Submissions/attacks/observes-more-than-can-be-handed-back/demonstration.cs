using static HitSongs.Demonstrations.Demonstration;
for (var i = 0; i < 12; i++) Observe($"text {i}", new string('a', 1 << 20));
