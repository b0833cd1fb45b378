using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Counts, the middle of popularity, and what goes with it, of the songs that were drawn.</summary>
internal sealed class ExploredSongs : Expectation
{
    /// <summary>Numbers that follow from the songs alone: only the last digits may differ.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Ranks of ties and missing values can be taken in more than one accepted way; on the public songs that moves ρ by less than .004.</summary>
    private const double Ranks = 0.01;

    public override JsonObject Draw(Random random) => [];

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (songs, figures) = (AnalysedSongs.Of(inputs), AnalysedSongs.Figures(inputs));
        checks.Near("counts", "songs", songs.Count, 0, "songs that were given");
        checks.Near("counts", "hits", songs.Count(song => song.Hit), 0, "hits among them");
        checks.Near("missing", "songs without audio", songs.Count(song => song.Song.Audio.Any(double.IsNaN)), 0, "songs that lack an audio feature");
        checks.Near("missing", "incomplete dates", songs.Count(song => song.Song.Released is { Day: null }), 0, "release dates without a day or a month");
        checks.Near("median", "median popularity", figures["PopularityMedian"], Rounding, "the median popularity");
        checks.Near(
            "median", "median popularity by genre",
            [.. songs.GroupBy(song => song.Song.Genre, StringComparer.Ordinal)
                .OrderBy(genre => genre.Key, StringComparer.Ordinal)
                .Select(genre => Median([.. genre.Select(song => song.Popularity).Order()]))],
            Rounding, "the median popularity of each genre, in the order of their names");
        foreach (var feature in new[] { "Loudness", "Instrumentalness", "Acousticness" })
            checks.Near(
                "correlations", $"Spearman of {feature.ToLowerInvariant()}", figures[$"{feature}Spearman"], Ranks,
                $"Spearman's correlation of {feature.ToLowerInvariant()} with popularity");
    }
}
