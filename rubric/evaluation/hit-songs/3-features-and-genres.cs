using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;
using HitSongs.Pipeline.Metrics;

/// <summary>How well models of audio alone and with genre rank songs of unseen artists, and what shuffling a feature costs them.</summary>
internal sealed class ImportantFeatures : Expectation
{
    // Bands around the harness's own models on the same songs. Over model families (linear, forests, boosted trees), seeds and folds, areas of audio alone lie
    // within .025 of it (standard deviation .004 to .010), with genre within .02, and losses within .03 and .06: a band is at least four deviations wide.
    private const double AudioBand = 0.045;
    private const double GenreBand = 0.035;
    private const double FeatureLoss = 0.05;
    private const double GenreLoss = 0.1;

    /// <summary>Of areas without a model; those of other drawn songs differ by a hundred times as much.</summary>
    private const double Exact = 1e-4;

    public override JsonObject Draw(Random random) => [];

    private static (string Genre, string Subgenre) Playlist(LabelledSong song) => (song.Song.Genre, song.Song.Subgenre);

    /// <summary>Of the songs for which there is a value.</summary>
    private static double Area(IEnumerable<LabelledSong> songs, Func<LabelledSong, double> value)
    {
        var known = songs.Where(song => double.IsFinite(value(song))).ToList();
        return HitMetrics.AreaUnderRocCurve(known.ConvertAll(song => value(song)).ToArray(), known.ConvertAll(song => song.Hit).ToArray());
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (songs, figures) = (AnalysedSongs.Of(inputs), AnalysedSongs.Figures(inputs, importance: true));

        // Areas of models hardly move with the songs that are drawn, so that those of another run would do. They count beside what one column alone reaches
        // among these songs, which is exact.
        foreach (var check in (string[])["audio", "loss", "order"])
        {
            checks.Near(
                check, "AUC of instrumentalness", Area(songs, song => -song.Song[AudioFeature.Instrumentalness]), Exact,
                "the AUC of these songs, the least instrumental first");
        }

        var shares = songs.GroupBy(Playlist).ToDictionary(playlist => playlist.Key, playlist => playlist.Average(song => song.Hit ? 1.0 : 0));
        foreach (var check in (string[])["with-genre", "genre-loss"])
        {
            checks.Near(
                check, "AUC of playlists", Area(songs, song => shares[Playlist(song)]), Exact,
                "the AUC of these songs by the share of hits among all songs of their playlist");
        }

        checks.Near("audio", "AUC of audio alone", figures["AucOfAudio"], AudioBand, "the AUC of audio alone on unseen artists");
        checks.Near("with-genre", "AUC with genre", figures["AucWithGenre"], GenreBand, "the AUC with genre and subgenre on unseen artists");
        checks.Near(
            "loss", "loss without instrumentalness", figures["InstrumentalnessImportance"], FeatureLoss,
            "the AUC that shuffling instrumentalness costs the model of audio alone");
        checks.Near("loss", "loss without mode", figures["ModeImportance"], FeatureLoss, "the AUC that shuffling the mode costs the model of audio alone");
        checks.True(
            "order", "loss without instrumentalness", observed.Number("loss without instrumentalness") > observed.Number("loss without mode"),
            "more than shuffling the mode costs");
        checks.Near(
            "genre-loss", "loss without genre", figures["GenreImportance"], GenreLoss,
            "the AUC that shuffling genre and subgenre together costs the model that knows them");
    }
}
