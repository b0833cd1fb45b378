using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Where hits and other songs lie, and how far they differ, of the songs that were drawn.</summary>
internal sealed class HitValues : Expectation
{
    /// <summary>Of the medians: the definitions of a quantile differ by less than two neighbouring songs do.</summary>
    private const double Relative = 0.01;

    /// <summary>Of the quartiles: two hits that are neighbours in loudness are nearer to each other, and other drawn songs have others.</summary>
    private const double Decibels = 0.02;

    private const double Delta = 0.01;

    private static double Pairs(IEnumerable<LabelledSong> songs) =>
        songs
            .Where(song => double.IsFinite(song.Song[AudioFeature.DurationMs]))
            .GroupBy(song => (song.Song.Genre, song.Song.Subgenre))
            .Sum(playlist => (double)playlist.Count(song => song.Hit) * playlist.Count(song => !song.Hit));

    public override JsonObject Draw(Random random) => [];

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var figures = AnalysedSongs.Figures(inputs);
        foreach (var feature in new[] { "Loudness", "Acousticness", "Duration" })
        {
            var name = feature.ToLowerInvariant();
            Near("medians", $"median {name} of hits", $"{feature}OfHits", $"the median {name} of hits");
            Near("medians", $"median {name} of other songs", $"{feature}OfOthers", $"the median {name} of other songs");
            checks.Near("deltas", $"delta of {name}", figures[$"{feature}Delta"], Delta, $"Cliff's delta of {name}, above 0 where hits have more");
        }

        checks.Near(
            "quartiles", "lower quartile of loudness of hits", figures["LoudnessOfHitsLow"], Decibels,
            "the quartile below which a quarter of the hits lie");
        checks.Near(
            "quartiles", "upper quartile of loudness of hits", figures["LoudnessOfHitsHigh"], Decibels,
            "the quartile above which a quarter of the hits lie");
        // The concordance hardly moves with the songs that are drawn; how many pairs there are does.
        checks.Near(
            "concordance", "pairs within playlists", Pairs(AnalysedSongs.Of(inputs)), 0,
            "how many pairs of a hit and another song of one playlist there are, both of known duration");
        checks.Near(
            "concordance", "concordance of duration within playlists", figures["DurationConcordance"], Delta,
            "the share of pairs of one playlist in which the hit is the longer song");

        void Near(string check, string observation, string figure, string words) =>
            checks.Near(check, observation, figures[figure], Math.Abs(figures[figure]) * Relative, words);
    }
}
