using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;

namespace HitSongs.Collecting.Collect;

/// <summary>Computes the figures of a data set that charts are drawn from.</summary>
internal static class SongFigureCollector
{
    private const int MostRows = 2_000;
    private const int Bins = 20;

    /// <summary>Features of so few whole numbers, such as the key, are counted number by number.</summary>
    private const int MostWholeNumbers = 24;

    private static readonly string[] MonthNames =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    private static readonly string[] SeasonNames = ["Winter (Dec–Feb)", "Spring (Mar–May)", "Summer (Jun–Aug)", "Autumn (Sep–Nov)"];

    public static SongFigures Of(SongData data)
    {
        var columns = Enum.GetValues<AudioFeature>()
            .Select(feature => (Name: AudioColumns.Names[(int)feature], Values: data.Songs.Select(song => song.Song[feature]).ToArray()))
            .ToList();
        var dated = data.Songs.Where(song => song.Song.Released?.Month is not null).ToLookup(song => song.Song.Released!.Month!.Value);
        return new SongFigures(
            [.. data.Actions.Where(action => action.Effect != CleaningEffect.Noted).Take(MostRows)],
            [.. columns.Select(column => Missing(column.Name, column.Values, double.IsFinite)),
                Missing("release year", data.Songs, song => song.Song.Released is not null),
                Missing("release month", data.Songs, song => song.Song.Released?.Month is not null),
                Missing("genre", data.Songs, song => song.Song.Genre.Length > 0)],
            [.. columns.Select(column => Histogram(column.Name, column.Values, data.Songs))],
            Correlations([.. columns, ("popularity", data.Songs.Select(song => song.Popularity).ToArray())]),
            [.. MonthNames.Select((name, index) => Share(name, dated[index + 1]))],
            [.. SeasonNames.Select((name, index) => Share(name, dated.Where(month => month.Key % 12 / 3 == index).SelectMany(month => month)))]);
    }

    private static MissingCount Missing<T>(string name, IReadOnlyList<T> values, Func<T, bool> isKnown) =>
        new(name, values.Count(value => !isKnown(value)), values.Count);

    private static FeatureHistogram Histogram(string name, double[] values, IReadOnlyList<LabelledSong> songs)
    {
        var known = values.Where(double.IsFinite).ToList();
        if (known.Count == 0)
        {
            return new FeatureHistogram(name, []);
        }

        var (low, high) = (known.Min(), known.Max());
        var whole = high - low <= MostWholeNumbers && known.TrueForAll(double.IsInteger);
        var bins = whole ? (int)(high - low) + 1 : Bins;
        var width = whole ? 1 : (high - low) / Bins;
        low -= whole ? 0.5 : 0; // a whole number is the middle of its bin
        var (hits, others) = (new int[bins], new int[bins]);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
            {
                (songs[i].Hit ? hits : others)[Math.Min(bins - 1, (int)((values[i] - low) / width))]++;
            }
        }

        return new FeatureHistogram(
            name,
            [.. Enumerable.Range(0, bins).Select(bin => new HistogramBin(low + (bin * width), low + ((bin + 1) * width), hits[bin], others[bin]))]
        );
    }

    private static List<ColumnCorrelation> Correlations((string Name, double[] Values)[] columns)
    {
        var pairs = new List<ColumnCorrelation>();
        for (var first = 0; first < columns.Length; first++)
        {
            for (var second = first + 1; second < columns.Length; second++)
            {
                var test = Correlation.Pearson(columns[first].Values, columns[second].Values, "");
                pairs.Add(
                    new(columns[first].Name, columns[second].Name, Finite(test.Effect.Value), Finite(test.Effect.Low), Finite(test.Effect.High), test.Count)
                );
            }
        }

        return pairs;
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 6) : null;

    private static HitShare Share(string name, IEnumerable<LabelledSong> songs)
    {
        var all = songs.ToList();
        var hits = all.Count(song => song.Hit);
        var (low, high) = WilsonInterval.Of(hits, all.Count);
        return new HitShare(name, all.Count, hits, low, high);
    }
}
