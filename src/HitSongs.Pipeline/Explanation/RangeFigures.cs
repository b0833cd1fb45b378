using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;
using HitSongs.Studies;
using static HitSongs.Pipeline.Explanation.NamedFigures;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about audio features of hits and of others.</summary>
internal static class RangeFigures
{
    public static IEnumerable<(string Name, StudyFigure Figure)> Of(SongData data, RangeStudy study)
    {
        var columns = SongColumns.Of(data);
        return
        [
            .. study.Overall.Concat(study.ByGenre).SelectMany(OfRange),
            .. Enum.GetValues<AudioFeature>().SelectMany(feature => OfFeature(feature, study.WithinCells[(int)feature], columns)),
            Figure("MixedCells", study.Cells),
            Figure("SongsInMixedCells", study.SongsInCells),
            Figure("FeaturesDifferingInCells", study.WithinCells.Count(test => test.Q < 0.05)),
            Figure("GenresWithRanges", study.ByGenre.Select(range => range.Genre).Distinct().Count()),
            Figure("RangesTested", study.ByGenre.Count(range => range.Difference.Q is { } q && double.IsFinite(q))),
            Figure("RangesDiffering", study.ByGenre.Count(range => range.Difference.Q < 0.05)),
        ];
    }

    private static IEnumerable<(string, StudyFigure)> OfRange(HitRange range)
    {
        return
        [
            Figure(Name("OfHits"), Scaled(range.Hits.Median)),
            Figure(Name("OfHitsLow"), Scaled(range.Hits.Quartile1)),
            Figure(Name("OfHitsHigh"), Scaled(range.Hits.Quartile3)),
            Figure(Name("OfOthers"), Scaled(range.Others.Median)),
            Figure(Name("OfOthersLow"), Scaled(range.Others.Quartile1)),
            Figure(Name("OfOthersHigh"), Scaled(range.Others.Quartile3)),
            Figure(Name("Delta"), range.Difference.Effect),
            Figure(Name("DeltaQ"), range.Difference.Q ?? double.NaN),
        ];

        string Name(string what) => range.Genre is { } genre
            ? StudyFigures.Within(StudyFigures.NameOf(range.Feature) + what, genre)
            : StudyFigures.NameOf(range.Feature) + what;

        // Durations are told in seconds.
        Estimate Scaled(Estimate estimate) => range.Feature is AudioFeature.DurationMs
            ? new Estimate(estimate.Value * 0.001, estimate.Low * 0.001, estimate.High * 0.001)
            : estimate;
    }

    private static IEnumerable<(string, StudyFigure)> OfFeature(AudioFeature feature, StatisticalTest cells, SongColumns columns)
    {
        var (name, values, popularity) = (StudyFigures.NameOf(feature), columns[AudioColumns.Names[(int)feature]], columns[SongColumns.Popularity]);
        return
        [
            Figure($"{name}Concordance", cells.Effect),
            Figure($"{name}ConcordanceQ", cells.Q ?? double.NaN),
            Figure($"{name}Spearman", Correlation.Spearman(values, popularity, "").Effect),
            Figure($"{name}Pearson", Correlation.Pearson(values, popularity, "").Effect),
        ];
    }
}
