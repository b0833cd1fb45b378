using MathNet.Numerics.Statistics;
using static HitSongs.Demonstrations.Demonstration;

// The songs of this run: cleaned, one per track, with popularity and label.
var songs = Input<LabelledSong[]>("songs");
Observe("songs", songs.Length);
Observe("hits", songs.Count(song => song.Hit));

// What is missing stays missing: counted, and left out of what needs it.
Observe("songs without audio", songs.Count(song => song.Song.Audio.Any(double.IsNaN)));
Observe("incomplete dates", songs.Count(song => song.Song.Released is { Day: null }));

// Popularity has two humps, so I look at its middle and not at its mean.
Observe("median popularity", songs.Select(song => song.Popularity).Median());

// Ranks instead of values: instrumentalness, loudness and acousticness are far from normal.
foreach (var feature in new[] { AudioFeature.Loudness, AudioFeature.Instrumentalness, AudioFeature.Acousticness })
{
    var known = songs.Where(song => double.IsFinite(song.Song[feature])).ToList();
    var rho = Correlation.Spearman(known.Select(song => song.Song[feature]), known.Select(song => song.Popularity));
    Observe($"Spearman of {feature.ToString().ToLowerInvariant()}", rho);
    Console.WriteLine($"{feature}: {rho:0.000} over {known.Count} songs");
}
