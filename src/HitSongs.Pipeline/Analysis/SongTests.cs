using HitSongs.Studies;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Tests that answer one question together, corrected as one family.</summary>
/// <param name="Id">Stable id such as "popularity".</param>
/// <param name="Question">What is asked of every column.</param>
public sealed record TestFamily(string Id, string Question, IReadOnlyList<StatisticalTest> Tests);

/// <summary>The questions that are asked of every data set.</summary>
public static class SongTests
{
    /// <summary>Genres with fewer songs are not tested on their own: their intervals say nothing.</summary>
    public const int SmallestGenre = 30;

    /// <summary>Correlation of every feature with popularity and with hits, differences between genres, correlation within genres.</summary>
    /// <remarks>Columns that are missing or constant have tests without a p-value. Data sets without popularity get no family about it.</remarks>
    internal static IReadOnlyList<TestFamily> Of(SongColumns songs)
    {
        var features = songs.Names.Where(name => name != SongColumns.Popularity).ToList();
        var popularity = songs[SongColumns.Popularity];
        List<TestFamily> families =
        [
            Family("hits", "Does the feature differ between hits and the other songs?", features.SelectMany(name => AboutHits(songs, name))),
            Family("genres", "Does the feature differ between genres?", features.Select(name => AboutGenres(songs, name))),
            Family("pairs", "Do two features go together?", Pairs(songs, features)),
        ];
        if (!popularity.Any(double.IsFinite))
            return families;

        return
        [
            Family("popularity", "Does popularity go with the feature?", features.SelectMany(name => new[]
            {
                Correlation.Pearson(songs[name], popularity, $"{name} and popularity"),
                Correlation.Spearman(songs[name], popularity, $"{name} and popularity"),
            })),
            .. families,
            Family("within-genres", $"Does popularity go with the feature within a genre of {SmallestGenre} songs or more?", WithinGenres(songs, features)),
        ];
    }

    private static TestFamily Family(string id, string question, IEnumerable<StatisticalTest> tests) =>
        new(id, question, FalseDiscovery.Correct(tests.ToList()));

    private static IEnumerable<StatisticalTest> AboutHits(SongColumns songs, string name)
    {
        var values = songs[name];
        yield return Correlation.PointBiserial(songs.Hits, values, $"{name} and being a hit");
        var (hits, others) = songs.Split(values);
        yield return RankTests.MannWhitney(hits, others, $"{name}: hits against others");
    }

    private static StatisticalTest AboutGenres(SongColumns songs, string name) =>
        RankTests.KruskalWallis(ByGenre(songs, songs[name]), $"{name} by genre");

    private static IEnumerable<StatisticalTest> Pairs(SongColumns songs, List<string> features) =>
        from i in Enumerable.Range(0, features.Count)
        from j in Enumerable.Range(i + 1, features.Count - i - 1)
        select Correlation.Pearson(songs[features[i]], songs[features[j]], $"{features[i]} and {features[j]}");

    private static IEnumerable<StatisticalTest> WithinGenres(SongColumns songs, List<string> features)
    {
        var popularity = ByGenre(songs, songs[SongColumns.Popularity]);
        foreach (var name in features)
        {
            var values = ByGenre(songs, songs[name]);
            foreach (var genre in Enumerable.Range(0, values.Count).Where(genre => values[genre].Length >= SmallestGenre))
                yield return Correlation.Spearman(values[genre], popularity[genre], $"{name} and popularity in {songs.GenreNames[genre]}");
        }
    }

    private static List<double[]> ByGenre(SongColumns songs, double[] values)
    {
        var groups = songs.GenreNames.Select(_ => new List<double>()).ToList();
        for (var i = 0; i < values.Length; i++)
            groups[songs.Genres[i]].Add(values[i]);
        return groups.ConvertAll(group => group.ToArray());
    }
}
