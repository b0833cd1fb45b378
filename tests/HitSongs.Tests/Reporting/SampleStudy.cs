using HitSongs.Metrics;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Tests.Reporting;

/// <summary>What a study of songs could have found; invented figures.</summary>
internal static class SampleStudy
{
    private static readonly string[] Genres = ["pop", "electronic", "hip-hop", "ambient", "rock"];

    public static SongFindings Findings { get; } =
        new(
            new Dictionary<string, StudyFigure>(StringComparer.Ordinal) { ["Hits"] = new(1419) },
            [
                new(
                    "importance",
                    "Which features matter most, and does that differ by genre?",
                    "Of audio alone, loudness matters most: shuffling it costs 0.03 of the area under the ROC curve.",
                    [],
                    "Importance is that of a model, not a cause.",
                    "Songs drawn without regard to playlists in which another feature costs more."
                ),
                new(
                    "release-date",
                    "Do month and season of release matter?",
                    "Popularity does not differ by month (p = 0.5).",
                    [],
                    "No evidence is not evidence of none.",
                    "Popularity measured at the same age of every song."
                ),
            ],
            new RangeStudy(
                [
                    Range(AudioFeature.Energy, null, 0.67, 0.61),
                    Range(AudioFeature.Loudness, null, -6.1, -8.9),
                    Range(AudioFeature.DurationMs, null, 214_000, 201_000),
                ],
                [
                    .. Genres.SelectMany(
                        (genre, i) =>
                            (HitRange[])
                                [
                                    Range(AudioFeature.Energy, genre, 0.6 + (0.05 * i), 0.55),
                                    Range(AudioFeature.Loudness, genre, -7 + i, -9 + i),
                                    Range(AudioFeature.DurationMs, genre, 200_000 + (9_000 * i), 195_000),
                                ]
                    ),
                ],
                [],
                12,
                900
            ),
            new ImportanceStudy(
                [Feature("loudness", 0.031), Feature("duration_ms", 0.027), Feature("energy", 0.012), Feature("key", -0.001)],
                [Feature("genre", 0.256), Feature("loudness", 0.006)],
                [],
                [
                    .. ((AudioFeature[])[AudioFeature.Loudness, AudioFeature.DurationMs, AudioFeature.Energy]).SelectMany(feature =>
                        ((string?[])[null, .. Genres, "soul"]).Select((genre, i) => Curve(feature, genre, 0.2 + (0.05 * i)))
                    ),
                ],
                new Ranking(new(0.73, 0.71, 0.74), new(0.9, 0.89, 0.92), new(0.64, 0.57, 0.69), new(0.62, 0.57, 0.66), new(double.NaN), new(double.NaN))
            )
        );

    public static ModelStudy Models { get; } =
        new(
            [Model("linear", 0.92, 11.6), Model("lightgbm", 0.925, 11.5)],
            [new(372, new(0.99, 0.98, 1), new(0.7, 0.66, 0.74)), new(3721, new(0.93, 0.92, 0.94), new(0.9, 0.88, 0.92))]
        );

    private static HitRange Range(AudioFeature feature, string? genre, double hits, double others) =>
        new(
            feature,
            genre,
            Band(hits, 300),
            Band(others, 600),
            new StatisticalTest("Mann-Whitney U", "", 900, 9000, null, 0.001, new EffectSize("Cliff's delta", (hits - others) / Math.Abs(hits))) { Q = 0.002 }
        );

    private static HitBand Band(double median, int songs)
    {
        var spread = 0.1 * Math.Abs(median);
        return new HitBand(
            songs,
            new(median - (2 * spread)),
            new(median - spread),
            new(median, median - (0.1 * spread), median + (0.1 * spread)),
            new(median + spread),
            new(median + (2 * spread))
        );
    }

    private static FeatureImportance Feature(string name, double drop) => new(name, null, new Estimate(drop, drop - 0.01, drop + 0.01), 0.3, 0.9);

    private static PartialDependence Curve(AudioFeature feature, string? genre, double start) =>
        new(FeatureSet.Audio, feature, genre, [.. Enumerable.Range(0, 5).Select(i => new DependencePoint(i, start + (0.03 * i), -0.01 * i, 0.09 * i))], 0.8);

    private static ComparedModel Model(string name, double area, double error) => new(name, name, new Dictionary<string, Metric>(StringComparer.Ordinal)
    {
        [MetricNames.AreaUnderRocCurve] = new(area, area - 0.01, area + 0.01, 4494, 0.5),
        [MetricNames.RootMeanSquaredError] = new(error, error - 0.3, error + 0.3, 4494, 18.8),
    });
}
