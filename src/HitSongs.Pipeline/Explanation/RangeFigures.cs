using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about audio features of hits and of others.</summary>
internal static class RangeFigures
{
    private static readonly AudioFeature[] Features = Enum.GetValues<AudioFeature>();
    private static readonly string[] Bands = ["OfHits", "OfHitsLow", "OfHitsHigh", "OfOthers", "OfOthersLow", "OfOthersHigh", "Delta", "DeltaQ"];
    private static readonly string[] Overall = ["Concordance", "ConcordanceQ", "Spearman", "Pearson"];

    public static readonly IReadOnlyList<string> NamesByGenre = [.. from feature in Features from name in Bands select StudyFigures.NameOf(feature) + name];

    public static readonly IReadOnlyList<string> Names =
    [
        .. NamesByGenre,
        .. from feature in Features from name in Overall select StudyFigures.NameOf(feature) + name,
        "MixedCells", "SongsInMixedCells", "FeaturesDifferingInCells", "GenresWithRanges", "RangesTested", "RangesDiffering",
    ];

    public static IEnumerable<(string, StudyFigure)> Of(SongData data, RangeStudy study)
    {
        foreach (var range in study.Overall.Concat(study.ByGenre))
        {
            foreach (var (name, figure) in Bands.Zip(Values(range)))
            {
                var full = StudyFigures.NameOf(range.Feature) + name;
                yield return (range.Genre is { } genre ? StudyFigures.Within(full, genre) : full, figure);
            }
        }

        var columns = SongColumns.Of(data);
        foreach (var feature in Features)
        {
            var (cells, values) = (study.WithinCells[(int)feature], columns[AudioColumns.Names[(int)feature]]);
            StudyFigure[] figures =
            [
                StudyFigure.Of(cells.Effect), new(cells.Q ?? double.NaN),
                StudyFigure.Of(Correlation.Spearman(values, columns[SongColumns.Popularity], "").Effect),
                StudyFigure.Of(Correlation.Pearson(values, columns[SongColumns.Popularity], "").Effect),
            ];
            foreach (var (name, figure) in Overall.Zip(figures))
                yield return (StudyFigures.NameOf(feature) + name, figure);
        }

        yield return ("MixedCells", new StudyFigure(study.Cells));
        yield return ("SongsInMixedCells", new StudyFigure(study.SongsInCells));
        yield return ("FeaturesDifferingInCells", new StudyFigure(study.WithinCells.Count(test => test.Q < 0.05)));
        yield return ("GenresWithRanges", new StudyFigure(study.ByGenre.Select(range => range.Genre).Distinct().Count()));
        yield return ("RangesTested", new StudyFigure(study.ByGenre.Count(range => range.Difference.Q is { } q && double.IsFinite(q))));
        yield return ("RangesDiffering", new StudyFigure(study.ByGenre.Count(range => range.Difference.Q < 0.05)));
    }

    private static StudyFigure[] Values(HitRange range) =>
    [
        Scaled(range.Feature, range.Hits.Median), Scaled(range.Feature, range.Hits.Quartile1), Scaled(range.Feature, range.Hits.Quartile3),
        Scaled(range.Feature, range.Others.Median), Scaled(range.Feature, range.Others.Quartile1), Scaled(range.Feature, range.Others.Quartile3),
        StudyFigure.Of(range.Difference.Effect), new(range.Difference.Q ?? double.NaN),
    ];

    /// <summary>Durations are told in seconds.</summary>
    private static StudyFigure Scaled(AudioFeature feature, Estimate estimate)
    {
        var scale = feature is AudioFeature.DurationMs ? 0.001 : 1;
        return StudyFigure.Of(new Estimate(estimate.Value * scale, estimate.Low * scale, estimate.High * scale));
    }
}
