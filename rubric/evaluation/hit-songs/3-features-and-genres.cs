using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>How well models of audio alone and with genre rank songs of unseen artists, and what shuffling a feature costs them.</summary>
internal sealed class ImportantFeatures : Expectation
{
    // Bands around the harness's own models on the same songs. Over model families (linear, forests, boosted trees), seeds and folds, areas of audio alone lie
    // within .025 of it (standard deviation .004 to .010), with genre within .02, and losses within .03 and .06: a band is at least four deviations wide.
    private const double AudioBand = 0.045;
    private const double GenreBand = 0.035;
    private const double FeatureLoss = 0.05;
    private const double GenreLoss = 0.1;

    public override JsonObject Draw(Random random) => [];

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var figures = AnalysedSongs.Figures(inputs, importance: true);
        checks.Near("audio", "AUC of audio alone", figures["AucOfAudio"], AudioBand, "the AUC of audio alone on unseen artists");
        checks.Near("with-genre", "AUC with genre", figures["AucWithGenre"], GenreBand, "the AUC with genre and subgenre on unseen artists");
        checks.Near("loss", "loss without instrumentalness", figures["InstrumentalnessImportance"], FeatureLoss, "the AUC that shuffling instrumentalness costs the model of audio alone");
        checks.Near("loss", "loss without mode", figures["ModeImportance"], FeatureLoss, "the AUC that shuffling the mode costs the model of audio alone");
        checks.True("order", "loss without instrumentalness", observed.Number("loss without instrumentalness") > observed.Number("loss without mode"), "more than shuffling the mode costs");
        checks.Near("genre-loss", "loss without genre", figures["GenreImportance"], GenreLoss, "the AUC that shuffling genre and subgenre together costs the model that knows them");
    }
}
