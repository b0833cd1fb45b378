using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Popularity by month and season of release, of the songs that were drawn.</summary>
internal sealed class DatedSongs : Expectation
{
    /// <summary>Kruskal and Wallis's test has one value but for the last digits; with or without the correction for ties p moves by less than this.</summary>
    private const double Probability = 0.003;

    private const double Effect = 0.001;
    private const double Share = 1e-6;

    public override JsonObject Draw(Random random) => [];

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var figures = AnalysedSongs.Figures(inputs);
        checks.Near("dates", "songs with trusted dates", figures["DatedSongs"], 0, "songs with a full date that is not 1 January");
        checks.Near("month", "p by month", figures["MonthP"], Probability, "p of Kruskal and Wallis's test of popularity by month");
        checks.Near("month", "epsilon squared by month", figures["MonthEffect"], Effect, "its effect size, epsilon squared");
        checks.Near("season", "p by season", figures["SeasonP"], Probability, "p of the same test by season");
        checks.Near("shares", "share of hits in summer", figures["SummerHitShare"], Share, "the share of hits among summer songs");
        checks.Near("shares", "share of hits in winter", figures["WinterHitShare"], Share, "the share of hits among winter songs");
        checks.Near("recency", "p by month before the latest year", figures["MonthPOfEarlierYears"], Probability, "p by month of songs before the latest year");
    }
}
