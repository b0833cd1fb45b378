using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Whether a model learns from synthetic songs what it would learn from real ones.</summary>
internal static class TwinTraining
{
    private const int Folds = 5;

    /// <summary>One song's worth: small, since subgenres have ten songs or more.</summary>
    private const double Penalty = 1;

    public static IReadOnlyList<TwinLearning> Compare(IReadOnlyList<LabelledSong> real, DataCard card, int count, int seed)
    {
        var fold = FoldByArtist(real, new SeededRandom(seed));
        var scores = new double[4][];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = new double[real.Count];
        for (var f = 0; f < Folds; f++)
        {
            var test = Enumerable.Range(0, real.Count).Where(i => fold[i] == f).ToList();
            var training = real.Where((_, i) => fold[i] != f).ToList();
            var synthetic = TwinDraw.Songs(TwinFit.Of(training, card, new TwinTraps(0, 0, 0)), count, seed + f);
            foreach (var (genre, column) in new[] { (false, 0), (true, 2) })
            {
                Score(new LogisticSongs(training, genre), scores[column]);
                Score(new LogisticSongs(synthetic, genre), scores[column + 1]);
            }

            void Score(LogisticSongs model, double[] into)
            {
                foreach (var i in test)
                    into[i] = model.Score(real[i].Song);
            }
        }

        var hits = real.Select(song => song.Hit).ToArray();
        double Auc(int i) => (RankTests.MannWhitney(scores[i].Where((_, s) => hits[s]).ToArray(), scores[i].Where((_, s) => !hits[s]).ToArray(), "").Effect.Value + 1) / 2;
        return [new TwinLearning("audio", Auc(0), Auc(1)), new TwinLearning("audio and genre", Auc(2), Auc(3))];
    }

    private static int[] FoldByArtist(IReadOnlyList<LabelledSong> songs, SeededRandom random)
    {
        var artists = songs.Select(song => song.Song.PrimaryArtist).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        random.Shuffle(artists.AsSpan());
        var fold = artists.Select((artist, i) => (artist, i)).ToDictionary(pair => pair.artist, pair => pair.i % Folds, StringComparer.Ordinal);
        return songs.Select(song => fold[song.Song.PrimaryArtist]).ToArray();
    }

    /// <summary>Logistic regression of audio, some of its squares and, if asked, genre and subgenre.</summary>
    private sealed class LogisticSongs
    {
        private readonly Dictionary<string, int> groups = new(StringComparer.Ordinal);
        private readonly double[] means;
        private readonly double[] deviations;
        private readonly double[] solution;

        public LogisticSongs(IReadOnlyList<LabelledSong> songs, bool genre)
        {
            if (genre)
            {
                foreach (var name in songs.SelectMany(song => Groups(song.Song)).Distinct(StringComparer.Ordinal))
                    groups.Add(name, groups.Count);
            }

            var columns = Enumerable.Range(0, TwinScale.Year).Select(c => Distribution.Of(songs.Select(song => TwinScale.ForWeights(c, TwinScale.Values(song.Song)[c])).ToList())).ToList();
            means = columns.Select(column => column.Mean).ToArray();
            deviations = columns.Select(column => Math.Max(column.StandardDeviation, 1e-9)).ToArray();
            solution = SparseRegression.Logistic(songs.Select(song => Row(song.Song)).ToList(), songs.Select(song => song.Hit).ToList(), (2 * TwinScale.Year) + groups.Count, Penalty);
        }

        public double Score(Song song) => Row(song).Dot(solution[^1], solution);

        private static string[] Groups(Song song) => [song.Genre, $"{song.Genre}/{song.Subgenre}"];

        private SparseRow Row(Song song)
        {
            var values = TwinScale.Values(song);
            var z = Enumerable.Range(0, TwinScale.Year).Select(c => TwinScale.Standardise(c, values[c], means[c], deviations[c])).ToArray();
            var own = Groups(song).Where(groups.ContainsKey).Select(name => (2 * TwinScale.Year) + groups[name]).ToArray();
            return new SparseRow(
                [.. Enumerable.Range(0, 2 * TwinScale.Year), .. own], [.. z, .. z.Select(value => value * value), .. own.Select(_ => 1.0)]);
        }
    }
}
