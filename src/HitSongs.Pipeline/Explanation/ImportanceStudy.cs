using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Which features a model of hits rests on, how well it ranks, and whether that holds inside genres and playlists.</summary>
/// <param name="Audio">Importance of the audio features, most important first, in a model that sees nothing else.</param>
/// <param name="WithGenre">Importance in a model that also knows genre and subgenre.</param>
/// <param name="ByGenre">Importance of the audio features within each genre of enough songs, for the model of audio alone.</param>
/// <param name="Dependence">Curves of the model of audio alone, and of the few audio features on which the other rests most.</param>
/// <param name="Ranking">How well the models rank.</param>
public sealed record ImportanceStudy(
    IReadOnlyList<FeatureImportance> Audio,
    IReadOnlyList<FeatureImportance> WithGenre,
    IReadOnlyList<FeatureImportance> ByGenre,
    IReadOnlyList<PartialDependence> Dependence,
    Ranking Ranking)
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
    public static ImportanceStudy Of(SongData data, int threads = 1, Action? done = null)
    {
        var artists = ArtistFolds.Make(data.Songs, Folds, Seed);
        var audio = FoldModel.TrainAll(artists, FeatureSet.Audio, threads);
        var withGenre = FoldModel.TrainAll(artists, FeatureSet.AudioAndGenre, threads);
        done?.Invoke();
        var genres = LargeGenres(data.Songs);
        var (first, second) = (FeatureImportance.Of(audio, null), FeatureImportance.Of(withGenre, null));
        done?.Invoke();
        var byGenre = genres.SelectMany(genre => FeatureImportance.Of(audio, genre)).ToList();
        done?.Invoke();
        List<PartialDependence> dependence =
        [
            .. PartialDependence.Of(audio, FeatureSet.Audio, Enum.GetValues<AudioFeature>(), genres),
            .. PartialDependence.Of(withGenre, FeatureSet.AudioAndGenre, [.. Strongest(second)], genres),
        ];
        done?.Invoke();
        var ranking = Ranking.Of(data, audio, withGenre, Folds, Seed, threads);
        done?.Invoke();
        return new ImportanceStudy(first, second, byGenre, dependence, ranking);
    }

    /// <summary>How often <c>done</c> is told.</summary>
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
