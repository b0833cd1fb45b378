using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Finds what models of hits rest on.</summary>
public static class ImportanceModels
{
    /// <summary>Songs that a genre needs for a study of its own: below, the spread over folds is as large as the importance.</summary>
    public const int SmallestGenre = 150;

    private const int FewestHits = 20;
    private const int Folds = 5;
    private const int Seed = 1;
    private const int CurvesWithGenre = 3;

    /// <param name="threads">Folds that are worked on at the same time; the result does not depend on it.</param>
    /// <param name="done">Told after each of <see cref="Parts"/> parts.</param>
    /// <exception cref="ArgumentException">There are too few artists to keep them apart.</exception>
    public static ImportanceStudy Study(SongData data, int threads = 1, Action? done = null)
    {
        var artists = ArtistFolds.Make(data.Songs, Folds, Seed);
        var audio = FoldModel.TrainAll(artists, FeatureSet.Audio, threads);
        var withGenre = FoldModel.TrainAll(artists, FeatureSet.AudioAndGenre, threads);
        done?.Invoke();
        var genres = LargeGenres(data.Songs);
        var (first, second) = (PermutationImportance.Of(audio, null), PermutationImportance.Of(withGenre, null));
        done?.Invoke();
        var byGenre = genres.SelectMany(genre => PermutationImportance.Of(audio, genre)).ToList();
        done?.Invoke();
        List<PartialDependence> dependence =
        [
            .. DependenceCurves.Of(audio, FeatureSet.Audio, Enum.GetValues<AudioFeature>(), genres),
            .. DependenceCurves.Of(withGenre, FeatureSet.AudioAndGenre, [.. Strongest(second)], genres),
        ];
        done?.Invoke();
        var ranking = RankingAreas.Of(data, audio, withGenre, Folds, Seed, threads);
        done?.Invoke();
        return new ImportanceStudy(first, second, byGenre, dependence, ranking);
    }

    /// <summary>Number of calls of <c>done</c>.</summary>
    public const int Parts = 5;

    private static IEnumerable<AudioFeature> Strongest(IReadOnlyList<FeatureImportance> features) =>
        features
            .Where(feature => feature.Feature != FeatureBlock.Genre)
            .Take(CurvesWithGenre)
            .Select(feature => (AudioFeature)AudioColumns.Names.ToList().IndexOf(feature.Feature));

    private static List<string> LargeGenres(IReadOnlyList<LabelledSong> songs) =>
        [.. songs.GroupBy(song => song.Song.Genre, StringComparer.Ordinal)
            .Where(genre => genre.Count() >= SmallestGenre && genre.Count(song => song.Hit) >= FewestHits && genre.Count(song => !song.Hit) >= FewestHits)
            .OrderByDescending(genre => genre.Count()).ThenBy(genre => genre.Key, StringComparer.Ordinal)
            .Select(genre => genre.Key)];
}
