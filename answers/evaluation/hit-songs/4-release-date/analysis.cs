// Seen here: whether popularity differs by month and season of release, how much, and whether that stays without the latest year.
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Programs.Plotting;

var songs = Input<LabelledSong[]>("songs");

// A year alone has no month, and 1 January mostly stands for an unknown day: both are set apart.
var dated = songs.Where(song => song.Song.Released is { Month: { } month, Day: { } day } && (month, day) != (1, 1)).ToList();
Observe("songs with trusted dates", dated.Count);

var byMonth = KruskalWallis(dated, Month);
Observe("p by month", byMonth.P);
Observe("epsilon squared by month", byMonth.Effect);
Observe("p by season", KruskalWallis(dated, Season).P);
Observe("share of hits in summer", dated.Where(song => Season(song) == 2).Average(song => song.Hit ? 1.0 : 0.0));
Observe("share of hits in winter", dated.Where(song => Season(song) == 0).Average(song => song.Hit ? 1.0 : 0.0));

// The newest songs have had little time: without the latest year the pattern should stay if the month matters.
var latest = songs.Max(song => song.Song.Released?.Year ?? 0);
Observe("p by month before the latest year", KruskalWallis([.. dated.Where(song => song.Song.Released!.Year < latest)], Month).P);

var plot = new ScottPlot.Plot();
double[] shares = [.. Enumerable.Range(1, 12)
    .Select(month => 100 * dated.Where(song => Month(song) == month).Select(song => song.Hit ? 1.0 : 0.0).DefaultIfEmpty(0).Average())];
plot.Add.Bars(shares);
string[] names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
plot.Axes.Bottom.SetTicks([.. names.Select((_, month) => (double)month)], names);
plot.Title("Hits by month of release, dates known to the day");
plot.XLabel("Month");
plot.YLabel("Share of hits, %");
Figure("months", plot);

static int Month(LabelledSong song) => song.Song.Released!.Month!.Value;

// December to February are winter, 0; the northern hemisphere is meant.
static int Season(LabelledSong song) => Month(song) % 12 / 3;

// Whether popularity differs by group: Kruskal and Wallis's test on ranks, corrected for ties, and epsilon squared = H / (n − 1).
static (double P, double Effect) KruskalWallis(List<LabelledSong> songs, Func<LabelledSong, int> group)
{
    double n = songs.Count;
    var ranks = songs.Select(song => song.Popularity).Ranks(RankDefinition.Average);
    var sums = songs.Zip(ranks).GroupBy(pair => group(pair.First), pair => pair.Second).Select(own => own.Sum() * own.Sum() / own.Count()).ToList();
    var ties = songs.CountBy(song => song.Popularity).Sum(tie => Math.Pow(tie.Value, 3) - tie.Value);
    var h = ((12 / (n * (n + 1)) * sums.Sum()) - (3 * (n + 1))) / (1 - (ties / (Math.Pow(n, 3) - n)));
    return (1 - ChiSquared.CDF(sums.Count - 1, h), h / (n - 1));
}
