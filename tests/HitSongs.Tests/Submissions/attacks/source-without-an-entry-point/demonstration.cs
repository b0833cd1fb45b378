using static HitSongs.Demonstrations.Demonstration;
class Nothing { }
