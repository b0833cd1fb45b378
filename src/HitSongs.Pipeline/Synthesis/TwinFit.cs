using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Songs.Reading;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Fits the figures of a synthetic twin to real songs: a Gaussian copula per genre, and linear models of the label and the popularity.</summary>
public static class TwinFit
{
    /// <summary>Fewer songs give figures of so few that they would be known again.</summary>
    public const int FewestSongs = 200;

    private const double HitPenalty = 0.125;
    private const double PopularityPenalty = 3;
    private const double ResidualPenalty = 5;
    private const int InteractingGenre = 100;

    /// <summary>Fits to all songs that have audio, a year and a popularity.</summary>
    /// <exception cref="InvalidInputException">Fewer than <see cref="FewestSongs"/> songs have them, or all songs are hits, or none.</exception>
    public static TwinParameters Of(SongData data)
    {
        var traps = new TwinTraps(0, 0, 0);
        if (data.Card.Files.Count > 1)
        {
            int Count(Func<RowAction, bool> which) => data.Actions.Count(which);
            var high = data.Card.Files[0].Name;
            traps = new TwinTraps(
                Digits.Round((double)Count(action => action.Reason == CleaningReason.RepeatedTrack.Id && action.File == high) / data.Card.RowsRead, 3),
                Digits.Round((double)Count(action => action.Reason == CleaningReason.RepeatedTrack.Id && action.File != high) / data.Card.RowsRead, 3),
                Digits.Round((double)Count(action => action.Reason == CleaningReason.TrackInSeveralFiles.Id) / data.Card.RowsRead, 3));
        }

        return Of(data.Songs, data.Card, traps);
    }

    internal static TwinParameters Of(IReadOnlyList<LabelledSong> all, DataCard card, TwinTraps traps)
    {
        var songs = all.Where(song => double.IsFinite(song.Popularity) && TwinScale.Values(song.Song).All(double.IsFinite)).ToList();
        Check(songs, card);
        var groups = TwinGroups.Of(songs);
        var values = songs.ConvertAll(song => TwinScale.Values(song.Song));
        var copula = TwinCopula.Fit(values, groups);

        var columns = Enumerable.Range(0, TwinScale.Count).Select(column => Distribution.Of(values.ConvertAll(v => TwinScale.ForWeights(column, v[column])))).ToList();
        var means = Digits.Round(columns.Select(column => column.Mean), 6);
        var deviations = Digits.Round(columns.Select(column => column.StandardDeviation > 0 ? column.StandardDeviation : 1), 4);
        var design = new TwinDesign(groups.Cells.Count, groups.GenreNames.Count, Interacting(songs, groups));
        double[] Standardised(int i) => Enumerable.Range(0, TwinScale.Count).Select(c => TwinScale.Standardise(c, values[i][c], means[c], deviations[c])).ToArray();
        var rows = songs.Select((_, i) => design.Row(groups.CellOf[i], groups.GenreOf[i], Standardised(i), mainOnly: false)).ToList();
        var mainRows = songs.Select((_, i) => design.Row(groups.CellOf[i], groups.GenreOf[i], Standardised(i), mainOnly: true)).ToList();

        var hit = Weights(SparseRegression.Logistic(rows, songs.ConvertAll(song => song.Hit), design.Count, HitPenalty), 5e-3);
        var ofHits = new PopularityFit(songs, mainRows, groups, design.MainCount, PopularityPenalty, hits: true);
        var ofOthers = new PopularityFit(songs, mainRows, groups, design.MainCount, PopularityPenalty, hits: false);
        return new TwinParameters(
            TwinParameters.Format, card.Name, songs.Count, card.HitThreshold, TwinKnots.Levels, TwinScale.Names, means, deviations,
            copula.Correlations, copula.Genres(groups, songs), Cells(groups, copula, ofHits, ofOthers), design.Interacting, hit, ofHits.Weights, ofOthers.Weights,
            Math.Round(TwinKnots.Of(songs.Select(song => song.Popularity))[0]),
            TwinArtistFit.Of(songs, Residuals(songs, rows, design)),
            TwinDateFit.Of(songs),
            traps);
    }

    internal static TwinWeights Weights(double[] solution, double smallest) =>
        new(Digits.Round(solution[^1], 4), Digits.RoundWeights(solution.Take(solution.Length - 1), smallest));

    private static void Check(List<LabelledSong> songs, DataCard card)
    {
        var file = card.Files[0].Name;
        if (songs.Count < FewestSongs)
        {
            throw new InvalidInputException(
                file, null, $"{songs.Count} songs have audio, a release year and a popularity, too few to hide among", $"Name files with {FewestSongs} or more such songs");
        }

        if (songs.Count(song => song.Hit) is var hits && (hits < TwinKnots.Fewest || songs.Count - hits < TwinKnots.Fewest))
            throw new InvalidInputException(file, null, $"{hits} of {songs.Count} songs are hits, so that there is no difference to learn", "Name files with hits and other songs");
    }

    private static List<int> Interacting(List<LabelledSong> songs, TwinGroups groups) =>
        Enumerable.Range(0, groups.GenreNames.Count)
            .Where(genre =>
            {
                var members = songs.Where((_, i) => groups.GenreOf[i] == genre).ToList();
                return members.Count >= InteractingGenre && (double)members.Count(song => song.Hit) / members.Count is > 0.05 and < 0.95;
            })
            .ToList();

    private static List<TwinCell> Cells(TwinGroups groups, TwinCopula copula, PopularityFit ofHits, PopularityFit ofOthers)
    {
        var sizes = groups.CellOf.CountBy(cell => cell).ToDictionary();
        return groups.Cells.Select((cell, i) => new TwinCell(
            cell.Genre, cell.Subgenre, Digits.Round((double)sizes[i] / groups.CellOf.Length, 3), copula.Shifts[i], ofHits.Spreads[i], ofOthers.Spreads[i])).ToList();
    }

    private static double[] Residuals(List<LabelledSong> songs, List<SparseRow> rows, TwinDesign design)
    {
        var solution = SparseRegression.Linear(rows, songs.ConvertAll(song => song.Popularity), design.Count, ResidualPenalty);
        return songs.Select((song, i) => song.Popularity - rows[i].Dot(solution[^1], solution)).ToArray();
    }

    /// <summary>Popularity among hits, or among the others.</summary>
    private sealed class PopularityFit
    {
        private const double BorrowedSongs = 5;

        public PopularityFit(List<LabelledSong> songs, List<SparseRow> rows, TwinGroups groups, int inputs, double penalty, bool hits)
        {
            var chosen = Enumerable.Range(0, songs.Count).Where(i => songs[i].Hit == hits).ToList();
            var solution = SparseRegression.Linear(chosen.ConvertAll(i => rows[i]), chosen.ConvertAll(i => songs[i].Popularity), inputs, penalty);
            Weights = TwinFit.Weights(solution, 0.05);
            var squares = chosen.ConvertAll(i => (groups.CellOf[i], Square: Math.Pow(songs[i].Popularity - rows[i].Dot(solution[^1], solution), 2)));
            var pooled = squares.Average(pair => pair.Square);
            var byCell = squares.ToLookup(pair => pair.Item1, pair => pair.Square);
            Spreads = Enumerable.Range(0, groups.Cells.Count)
                .Select(cell => Digits.Round(Math.Sqrt((byCell[cell].Sum() + (BorrowedSongs * pooled)) / (byCell[cell].Count() + BorrowedSongs)), 2))
                .ToArray();
        }

        public TwinWeights Weights { get; }

        public double[] Spreads { get; }
    }
}
