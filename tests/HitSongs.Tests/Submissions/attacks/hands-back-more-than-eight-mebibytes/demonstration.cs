using static HitSongs.Demonstrations.Demonstration;
var zeros = new double[90_000];
for (var i = 0; i < 60; i++) Observe($"list {i}", zeros.Select(z => z + 0.123456789012345));
