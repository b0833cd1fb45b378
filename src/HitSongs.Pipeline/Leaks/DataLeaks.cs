using System.Globalization;
using HitSongs.Metrics;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Pipeline.Leaks;

/// <summary>Leaks that can be found without training a model: from the songs, the folds and the columns.</summary>
public static class DataLeaks
{
    /// <summary>No honest feature of a song ranks hits so well alone; what does, knows the label.</summary>
    public const double TooGood = 0.95;

    /// <summary>With as many hits and as many others, 0.95 is 4.9 standard deviations from chance (Mann and Whitney's: .092); with fewer, one of many
    /// columns may get there.</summary>
    private const int FewestOfAClass = 20;

    /// <param name="folds">How the songs are divided.</param>
    /// <param name="options">What models see.</param>
    public static IReadOnlyList<LeakFinding> Of(SongData data, IReadOnlyList<Fold> folds, EncodingOptions options) =>
        [
            Shared(folds, "repeated-tracks", "tracks", song => song.Song.TrackId),
            Shared(folds, "artists-in-both-parts", "artists", song => song.Song.PrimaryArtist),
            RowOrder(data),
            .. Columns(data, options),
        ];

    /// <summary>Area under the ROC curve of one column alone, whichever way it points: 0.5 to 1. Songs without the value are left out.</summary>
    public static double AreaOf(IReadOnlyList<double> values, IReadOnlyList<bool> hits)
    {
        var known = Enumerable.Range(0, values.Count).Where(i => double.IsFinite(values[i])).ToArray();
        var area = HitMetrics.AreaUnderRocCurve(known.Select(i => values[i]).ToArray(), known.Select(i => hits[i]).ToArray());
        return Math.Max(area, 1 - area);
    }

    private static LeakFinding Shared(IReadOnlyList<Fold> folds, string id, string what, Func<LabelledSong, string> key)
    {
        var concerned = folds.Sum(fold =>
        {
            var training = fold.Training.Select(key).ToHashSet(StringComparer.Ordinal);
            return fold.Test.Count(song => training.Contains(key(song)));
        });
        var all = folds.Sum(fold => fold.Test.Count);
        return new LeakFinding(id, LeakFinding.Songs, concerned, 0, concerned > 0, concerned == 0
            ? $"No test song shares {what} with its training songs."
            : $"{concerned} of {all} test songs share {what} with their training songs: the model may know them instead of predicting them.");
    }

    private static LeakFinding RowOrder(SongData data)
    {
        var area = AreaOf([.. Enumerable.Range(0, data.Songs.Count).Select(i => (double)i)], [.. data.Songs.Select(song => song.Hit)]);
        return new LeakFinding(
            "row-order",
            MetricNames.AreaUnderRocCurve,
            area,
            0.5,
            Found: false,
            area >= TooGood
                ? $"The order of the rows alone reaches {Text(area)}: the files are sorted by label. Models here see shuffled rows, and predictions are "
                    + "matched by track id."
                : $"The order of the rows reaches {Text(area)}."
        );
    }

    /// <summary>Every column by itself.</summary>
    private static IEnumerable<LeakFinding> Columns(SongData data, EncodingOptions options)
    {
        var count = data.Songs.Count(song => song.Hit);
        if (Math.Min(count, data.Songs.Count - count) < FewestOfAClass)
        {
            yield return new LeakFinding(
                "columns", MetricNames.AreaUnderRocCurve, double.NaN, 0.5, Found: false,
                $"Whether a column knows the label cannot be told: that takes {FewestOfAClass} hits and as many others.");
            yield break;
        }

        var encoder = FeatureEncoder.Fit(data.Songs, options);
        var matrix = encoder.Encode([.. data.Songs.Select(song => song.Song)]);
        var hits = data.Songs.Select(song => song.Hit).ToArray();
        var best = matrix
            .Names.Select((name, column) => (Name: name, Area: AreaOf([.. Enumerable.Range(0, matrix.Rows).Select(row => (double)matrix[row, column])], hits)))
            .Where(column => !double.IsNaN(column.Area))
            .OrderByDescending(column => column.Area)
            .ToList();
        foreach (var (name, area) in best.Where(column => column.Area >= TooGood))
            yield return new LeakFinding(
                $"column-{name}", MetricNames.AreaUnderRocCurve, area, 0.5, Found: true, $"{name} alone reaches {Text(area)}: it knows the label.");
        if (best.Count > 0 && best[0].Area < TooGood)
            yield return new LeakFinding(
                "columns", MetricNames.AreaUnderRocCurve, best[0].Area, 0.5, Found: false,
                $"No column knows the label: the best alone, {best[0].Name}, reaches {Text(best[0].Area)}.");
    }

    internal static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
