// Seen here: which values of loudness, acousticness and duration hits have, and whether hits of the same playlist are longer.
using MathNet.Numerics.Statistics;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Programs.Plotting;

var songs = Input<LabelledSong[]>("songs");

// Quantiles and ranks: the features are skewed, and a mean would follow their tails. Durations in seconds.
foreach (var (name, value) in new (string, Func<Song, double>)[]
{
    ("loudness", song => song[AudioFeature.Loudness]),
    ("acousticness", song => song[AudioFeature.Acousticness]),
    ("duration", song => song[AudioFeature.DurationMs] / 1000),
})
{
    var (hits, others) = (Values(songs, value, hit: true), Values(songs, value, hit: false));
    Observe($"median {name} of hits", hits.Median());
    Observe($"median {name} of other songs", others.Median());
    Observe($"delta of {name}", Delta(hits, others));
    if (name == "loudness")
    {
        Observe("lower quartile of loudness of hits", hits.QuantileCustom(0.25, QuantileDefinition.Excel));
        Observe("upper quartile of loudness of hits", hits.QuantileCustom(0.75, QuantileDefinition.Excel));
    }
}

// Every measured feature on one scale: below 0 hits have less of it, above 0 more.
AudioFeature[] features = [.. Enum.GetValues<AudioFeature>().Except([AudioFeature.Key, AudioFeature.Mode, AudioFeature.TimeSignature])];
var plot = new ScottPlot.Plot();
double[] deltas = [.. features.Select(feature => Delta(Values(songs, song => song[feature], hit: true), Values(songs, song => song[feature], hit: false)))];
plot.Add.Bars(deltas).Horizontal = true;
plot.Axes.Left.SetTicks([.. features.Select((_, i) => (double)i)], [.. features.Select(feature => feature.ToString().Replace("Ms", "").ToLowerInvariant())]);
plot.Title("Hits against other songs");
plot.XLabel("Cliff's delta");
plot.YLabel("Feature");
Figure("deltas", plot);

// Within a playlist, that is one genre and subgenre: in which share of the pairs of a hit and another song is the hit longer?
var (longer, pairs) = (0.0, 0.0);
foreach (var playlist in songs.GroupBy(song => (song.Song.Genre, song.Song.Subgenre)))
{
    var hits = Values(playlist, song => song[AudioFeature.DurationMs], hit: true);
    var others = Values(playlist, song => song[AudioFeature.DurationMs], hit: false);
    longer += hits.Length * others.Length * (Delta(hits, others) + 1) / 2;
    pairs += hits.Length * others.Length;
}

Observe("pairs within playlists", pairs);
Observe("concordance of duration within playlists", longer / pairs);

static double[] Values(IEnumerable<LabelledSong> songs, Func<Song, double> value, bool hit) =>
    [.. songs.Where(song => song.Hit == hit).Select(song => value(song.Song)).Where(double.IsFinite)];

// Cliff's delta: the share of pairs in which a hit has more, less the share in which it has less, by the sum of the ranks of the hits.
static double Delta(double[] hits, double[] others)
{
    if (hits.Length == 0 || others.Length == 0)
        return 0;
    var ranks = hits.Concat(others).Ranks(RankDefinition.Average);
    var u = ranks.Take(hits.Length).Sum() - (hits.Length * (hits.Length + 1.0) / 2);
    return (2 * u / ((double)hits.Length * others.Length)) - 1;
}
