using static HitSongs.Demonstrations.Demonstration;
#error [2J[31m all passed ‮ txet
