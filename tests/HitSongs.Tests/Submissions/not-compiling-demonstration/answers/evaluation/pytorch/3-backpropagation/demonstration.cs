using static HitSongs.Demonstrations.Demonstration;

var sizes = Input<long[]>("sizes")
Observe("loss", sizes.Length);
