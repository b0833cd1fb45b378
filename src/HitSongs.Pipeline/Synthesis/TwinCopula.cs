namespace HitSongs.Pipeline.Synthesis;

/// <summary>How the columns of a genre go together, apart from how each is distributed: correlations of normal scores.</summary>
/// <param name="Correlations">Lower triangle within all genres together.</param>
/// <param name="Shifts">By cell and column.</param>
internal sealed record TwinCopula(double[] Correlations, IReadOnlyList<double[]> Shifts, IReadOnlyList<double[]?> OfGenres, IReadOnlyList<double[]> Values)
{
    private const int OwnCorrelations = 30;
    private const double BorrowedSongs = 50;
    private const double ShiftedSongs = 6;
    private const double SmoothedSongs = 8;

    private static readonly double[] Bars = [1, 3, 4, 5];

    public static TwinCopula Fit(List<double[]> values, TwinGroups groups)
    {
        var scores = Scores(values, groups);
        var shifts = Enumerable.Range(0, groups.Cells.Count).Select(cell => Shift(scores.Where((_, i) => groups.CellOf[i] == cell).ToList())).ToList();
        for (var i = 0; i < scores.Length; i++)
        {
            for (var column = 0; column < TwinScale.Count; column++)
                scores[i][column] -= shifts[groups.CellOf[i]][column];
        }

        var pooled = Covariance(scores);
        var ofGenres = groups.GenreNames.Select((_, genre) =>
        {
            var members = scores.Where((_, i) => groups.GenreOf[i] == genre).ToList();
            if (members.Count < OwnCorrelations)
                return null;
            var own = Covariance(members);
            return Digits.Round(own.Zip(pooled, (a, b) => ((members.Count * a) + (BorrowedSongs * b)) / (members.Count + BorrowedSongs)), 2);
        }).ToList();
        return new TwinCopula(Digits.Round(pooled, 2), shifts, ofGenres, values);
    }

    public List<TwinGenre> Genres(TwinGroups groups, List<LabelledSong> songs) =>
        groups.GenreNames.Select((name, genre) =>
        {
            var members = Enumerable.Range(0, songs.Count).Where(i => groups.GenreOf[i] == genre).ToList();
            var knots = Enumerable.Range(0, TwinScale.Count)
                .Select(column => (IReadOnlyList<double>)Digits.Round(TwinKnots.Of(members.Select(i => TwinScale.ToScale(column, Values[i][column]))), column == TwinScale.Year ? 5 : 4))
                .ToList();
            double[] Shares(AudioFeature feature, IEnumerable<double> kinds) => Smoothed(kinds, songs, members, feature);
            return new TwinGenre(
                name, knots, OfGenres[genre], Shares(AudioFeature.Key, Enumerable.Range(0, 12).Select(key => (double)key)), Shares(AudioFeature.Mode, [0, 1])[1], Shares(AudioFeature.TimeSignature, Bars));
        }).ToList();

    /// <summary>Shares within a genre, drawn a little towards those of all songs.</summary>
    private static double[] Smoothed(IEnumerable<double> kinds, List<LabelledSong> songs, List<int> members, AudioFeature feature)
    {
        var counts = kinds.Select(kind => members.Count(i => songs[i].Song[feature] == kind) + (SmoothedSongs * songs.Count(song => song.Song[feature] == kind) / songs.Count)).ToArray();
        var sum = counts.Sum();
        return Digits.Round(counts.Select(count => sum > 0 ? count / sum : 1.0 / counts.Length), 2);
    }

    /// <summary>Normal scores by genre and column; equal values are put in a random order.</summary>
    private static double[][] Scores(List<double[]> values, TwinGroups groups)
    {
        var random = new SeededRandom(1);
        var scores = values.Select(_ => new double[TwinScale.Count]).ToArray();
        for (var genre = 0; genre < groups.GenreNames.Count; genre++)
        {
            var members = Enumerable.Range(0, values.Count).Where(i => groups.GenreOf[i] == genre).ToArray();
            for (var column = 0; column < TwinScale.Count; column++)
            {
                random.Shuffle(members.AsSpan());
                var order = members.OrderBy(i => values[i][column]).ToList();
                for (var rank = 0; rank < order.Count; rank++)
                    scores[order[rank]][column] = PortableMath.NormalQuantile((rank + 0.5) / order.Count);
            }
        }

        return scores;
    }

    private static double[] Shift(List<double[]> members) =>
        Enumerable.Range(0, TwinScale.Count)
            .Select(column => members.Average(score => score[column]) * members.Count / (members.Count + ShiftedSongs))
            .Select(shift => Math.Abs(shift) < 0.04 ? 0 : Digits.Round(Math.Clamp(shift, -2, 2), 2))
            .ToArray();

    private static double[] Covariance(IReadOnlyList<double[]> scores)
    {
        var means = Enumerable.Range(0, TwinScale.Count).Select(column => scores.Average(score => score[column])).ToArray();
        var lower = new List<double>();
        for (var i = 0; i < TwinScale.Count; i++)
        {
            for (var j = 0; j <= i; j++)
                lower.Add(scores.Sum(score => (score[i] - means[i]) * (score[j] - means[j])) / (scores.Count - 1));
        }

        return [.. lower];
    }
}
