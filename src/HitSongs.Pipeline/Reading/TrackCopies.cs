namespace HitSongs.Pipeline.Reading;

/// <summary>Which row of each track is the one to use, and which are its copies.</summary>
internal sealed class TrackCopies
{
    private readonly IReadOnlyList<SongRows> files;
    private readonly IReadOnlyList<bool[]> usable;
    private readonly Func<int, int, double> score;
    private readonly List<int[]> bestInFile;
    private readonly (int File, int Row)[] bestOfAll;

    /// <param name="files">The first file wins where scores are equal.</param>
    /// <param name="usable">By file and row.</param>
    /// <param name="score">Of a file's row; the highest wins, then the first.</param>
    /// <param name="tracks">Track ids are numbered below this.</param>
    public TrackCopies(IReadOnlyList<SongRows> files, IReadOnlyList<bool[]> usable, Func<int, int, double> score, int tracks)
    {
        this.files = files;
        this.usable = usable;
        this.score = score;
        bestInFile = files.Select((_, file) => BestRows(file, tracks)).ToList();
        bestOfAll = new (int, int)[tracks];
        Array.Fill(bestOfAll, (-1, -1));
        for (var file = 0; file < files.Count; file++)
        {
            for (var track = 0; track < tracks; track++)
            {
                var row = bestInFile[file][track];
                if (row >= 0 && (bestOfAll[track].File < 0 || score(file, row) > score(bestOfAll[track].File, bestOfAll[track].Row)))
                    bestOfAll[track] = (file, row);
            }
        }
    }

    /// <summary>One row per track, in the order of files and rows.</summary>
    public List<(int File, int Row)> Best()
    {
        var best = new List<(int File, int Row)>(bestOfAll.Count(place => place.File >= 0));
        best.AddRange(Rows().Where(place => bestOfAll[Track(place)] == place));
        return best;
    }

    /// <summary>Rows for which a better one of the same file stands.</summary>
    public IEnumerable<((int File, int Row) Copy, (int File, int Row) Better)> InTheSameFile =>
        Rows().Select(place => (place, (place.File, bestInFile[place.File][Track(place)]))).Where(pair => pair.place != pair.Item2);

    /// <summary>The best rows of files for which a row of another file stands.</summary>
    public IEnumerable<((int File, int Row) Copy, (int File, int Row) Better)> InOtherFiles =>
        Rows().Where(place => bestInFile[place.File][Track(place)] == place.Row && bestOfAll[Track(place)] != place)
            .Select(place => (place, bestOfAll[Track(place)]));

    /// <summary>Tracks whose rows have different scores: the row that is used, and every score in the order of occurrence.</summary>
    public IEnumerable<((int File, int Row) Best, IReadOnlyList<double> Scores)> Contradictions
    {
        get
        {
            var scores = new Dictionary<int, List<double>>();
            foreach (var place in Rows())
            {
                var (track, own) = (Track(place), score(place.File, place.Row));
                var best = bestOfAll[track];
                if (own < score(best.File, best.Row))
                    scores.TryAdd(track, []);
            }

            foreach (var place in Rows())
            {
                if (scores.TryGetValue(Track(place), out var seen) && !seen.Contains(score(place.File, place.Row)))
                    seen.Add(score(place.File, place.Row));
            }

            return scores.Select(pair => (bestOfAll[pair.Key], (IReadOnlyList<double>)pair.Value));
        }
    }

    private int[] BestRows(int file, int tracks)
    {
        var best = new int[tracks];
        Array.Fill(best, -1);
        for (var row = 0; row < files[file].Count; row++)
        {
            if (!usable[file][row])
                continue;
            var track = files[file].TrackIds[row];
            if (best[track] < 0 || score(file, row) > score(file, best[track]))
                best[track] = row;
        }

        return best;
    }

    private int Track((int File, int Row) place) => files[place.File].TrackIds[place.Row];

    private IEnumerable<(int File, int Row)> Rows()
    {
        for (var file = 0; file < files.Count; file++)
        {
            for (var row = 0; row < files[file].Count; row++)
            {
                if (usable[file][row])
                    yield return (file, row);
            }
        }
    }
}
