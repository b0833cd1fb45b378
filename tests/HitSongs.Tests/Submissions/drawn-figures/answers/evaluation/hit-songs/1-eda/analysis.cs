using MathNet.Numerics.Statistics;
using ScottPlot;
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

// Ranks instead of values: instrumentalness, loudness and acousticness are far from normal.
foreach (var feature in new[] { AudioFeature.Loudness, AudioFeature.Instrumentalness, AudioFeature.Acousticness })
{
    var known = songs.Where(song => double.IsFinite(song.Song[feature])).ToList();
    var rho = Correlation.Spearman(known.Select(song => song.Song[feature]), known.Select(song => song.Popularity));
    Observe($"Spearman of {feature.ToString().ToLowerInvariant()}", rho);
    Console.WriteLine($"{feature}: {rho:0.000} over {known.Count} songs");
}

// Every feature's correlation as a bar.
var correlations = Enum.GetValues<AudioFeature>().Select(feature =>
{
    var known = songs.Where(song => double.IsFinite(song.Song[feature])).ToList();
    return (Name: NameOf(feature), Rho: Correlation.Spearman(known.Select(song => song.Song[feature]), known.Select(song => song.Popularity)));
}).OrderBy(pair => pair.Rho).ToList();
var plot = new Plot();
plot.Add.Bars(correlations.Select(pair => pair.Rho).ToArray()).Horizontal = true;
plot.Axes.Left.SetTicks([.. Enumerable.Range(0, correlations.Count).Select(i => (double)i)], [.. correlations.Select(pair => pair.Name)]);
plot.Title("What goes with popularity");
plot.XLabel("Spearman's rho with popularity");
plot.YLabel("Audio feature");
Figure("correlations", plot);

// Two plots as one figure, without labels.
var two = new Multiplot();
two.AddPlots(2);
two.GetPlot(0).Add.Histogram(ScottPlot.Statistics.Histogram.WithBinCount(20, songs.Select(song => song.Popularity)));
two.GetPlot(1).Add.Scatter(new double[] { 1, 2, 3 }, new double[] { 4, 5, 6 });
Figure("two-plots", two);

static string NameOf(AudioFeature feature) => feature switch
{
    AudioFeature.DurationMs => "duration",
    AudioFeature.TimeSignature => "time signature",
    _ => feature.ToString().ToLowerInvariant(),
};
