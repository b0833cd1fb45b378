// Seen here: how many songs there are and what is missing, how popularity is spread and differs by genre, and which features go with it.
using MathNet.Numerics.Statistics;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Programs.Plotting;

// The songs of this run: cleaned, one per track, with popularity and label.
var songs = Input<LabelledSong[]>("songs");
Observe("songs", songs.Length);
Observe("hits", songs.Count(song => song.Hit));

// What is missing stays missing: counted, and left out of what needs it.
Observe("songs without audio", songs.Count(song => song.Song.Audio.Any(double.IsNaN)));
Observe("incomplete dates", songs.Count(song => song.Song.Released is { Day: null }));

// Popularity has two humps, so I look at its middle and not at its mean.
Observe("median popularity", songs.Select(song => song.Popularity).Median());
var genres = songs.GroupBy(song => song.Song.Genre).OrderBy(genre => genre.Key, StringComparer.Ordinal);
Observe("median popularity by genre", genres.Select(genre => genre.Select(song => song.Popularity).Median()));

// A bar for every ten points of popularity, hits beside the others: the two humps, and the gap that the collection left between them.
var plot = new ScottPlot.Plot();
foreach (var (hit, name, shift) in new[] { (true, "hits", 0.2), (false, "other songs", -0.2) })
{
    var tens = songs.Where(song => song.Hit == hit).Select(song => Math.Min(9, (int)(song.Popularity / 10))).ToList();
    var counts = Enumerable.Range(0, 10).Select(ten => (double)tens.Count(own => own == ten)).ToArray();
    var bars = plot.Add.Bars(counts.Select((_, ten) => ten + shift), counts);
    foreach (var bar in bars.Bars)
        bar.Size = 0.4;
    bars.LegendText = name;
}

plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, 10).Select(ten => (double)ten)], [.. Enumerable.Range(0, 10).Select(ten => $"{10 * ten}")]);
plot.Title("Popularity of the songs");
plot.XLabel("Popularity, from this to the next ten");
plot.YLabel("Songs");
Figure("popularity", plot);

// Ranks instead of values: instrumentalness, loudness and acousticness are far from normal.
foreach (var feature in new[] { AudioFeature.Loudness, AudioFeature.Instrumentalness, AudioFeature.Acousticness })
{
    var known = songs.Where(song => double.IsFinite(song.Song[feature])).ToList();
    var rho = Correlation.Spearman(known.Select(song => song.Song[feature]), known.Select(song => song.Popularity));
    Observe($"Spearman of {feature.ToString().ToLowerInvariant()}", rho);
    Console.WriteLine($"{feature}: {rho:0.000} over {known.Count} songs");
}
