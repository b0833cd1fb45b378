namespace HitSongs.Pipeline;

/// <summary>Decides which rows are used, and counts every decision.</summary>
internal static class SongCleaning
{
    private const string SyntheticMark = "synthetic";

    private sealed record Candidate(SongFile File, SongRow Row);

    /// <param name="files">Files of one schema, the most popular first: of copies with the same popularity the first one is used.</param>
    public static SongData Clean(IReadOnlyList<SongFile> files)
    {
        var schema = files[0].Schema;
        var actions = new List<RowAction>();
        var all = files.SelectMany(file => file.Rows.Select(row => new Candidate(file, row))).ToList();
        var used = WithoutCopies(Usable(all, actions), actions);
        if (used.Count == 0)
            throw new InvalidInputException(files[0].Path, null, "no row has both a track id and a popularity", "Name a file with songs that have both");

        foreach (var candidate in used)
        {
            foreach (var finding in candidate.Row.Findings)
                actions.Add(Action(candidate, finding.Reason, finding.Detail));
        }

        var songs = used.ConvertAll(c => new LabelledSong(c.Row.Song, c.Row.Popularity, c.Row.Popularity >= schema.HitThreshold));
        return new SongData(Card(schema, files, all, songs, actions), songs, InOrder(files, actions))
        {
            Playlists = used.ToDictionary(c => c.Row.Song.TrackId, c => c.Row.PlaylistId, StringComparer.Ordinal),
        };
    }

    private static List<Candidate> Usable(List<Candidate> all, List<RowAction> actions)
    {
        var usable = new List<Candidate>(all.Count);
        foreach (var candidate in all)
        {
            if (candidate.Row.Song.TrackId.Length == 0)
                actions.Add(Action(candidate, CleaningReason.MissingTrackId, ""));
            else if (double.IsNaN(candidate.Row.Popularity))
                actions.Add(Action(candidate, CleaningReason.MissingPopularity, ""));
            else
                usable.Add(candidate);
        }

        return usable;
    }

    private static List<Candidate> WithoutCopies(List<Candidate> rows, List<RowAction> actions)
    {
        var used = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        foreach (var copies in rows.GroupBy(c => c.Row.Song.TrackId, StringComparer.Ordinal))
        {
            // Both sorts are stable: within a file the first row wins, among files the most popular one.
            var perFile = copies.GroupBy(c => c.File).Select(file => file.OrderByDescending(c => c.Row.Popularity).ToList()).ToList();
            var best = perFile.Select(file => file[0]).OrderByDescending(c => c.Row.Popularity).ToList();
            used.Add(best[0]);

            actions.AddRange(perFile.SelectMany(file => file.Skip(1).Select(copy => Action(copy, CleaningReason.RepeatedTrack, Used(file[0])))));
            actions.AddRange(best.Skip(1).Select(copy => Action(copy, CleaningReason.TrackInSeveralFiles, Used(best[0]))));
            var popularities = copies.Select(c => c.Row.Popularity).Distinct().ToList();
            if (popularities.Count > 1)
                actions.Add(Action(best[0], CleaningReason.ContradictingPopularity, string.Join(", ", popularities)));
        }

        return rows.Where(used.Contains).ToList();
    }

    private static string Used(Candidate candidate) => $"{candidate.File.Name}:{candidate.Row.Line}";

    private static RowAction Action(Candidate candidate, CleaningReason reason, string detail) =>
        new(candidate.File.Name, candidate.Row.Line, reason.Id, reason.Effect, candidate.Row.Song.TrackId, detail);

    private static List<RowAction> InOrder(IReadOnlyList<SongFile> files, List<RowAction> actions)
    {
        var rank = files.Select((file, i) => (file.Name, i)).DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);
        return actions.OrderBy(action => rank[action.File]).ThenBy(action => action.Line).ToList();
    }

    private static DataCard Card(
        SongSchema schema, IReadOnlyList<SongFile> files, List<Candidate> all, List<LabelledSong> songs, List<RowAction> actions)
    {
        var synthetic = all.Any(c => c.Row.Song.TrackId.StartsWith(SyntheticMark, StringComparison.OrdinalIgnoreCase));
        return new DataCard(
            synthetic ? $"{schema.Name} (synthetic sample)" : schema.Name,
            synthetic,
            files.Select(file => new DataFile(file.Name, file.Sha256, file.Rows.Count)).ToList(),
            all.Count,
            songs.Count,
            songs.Count(song => song.Hit),
            schema.HitThreshold,
            Count(all, actions));
    }

    private static List<CleaningAction> Count(List<Candidate> all, List<RowAction> actions)
    {
        var counts = actions.CountBy(action => action.Reason, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var asRead = all.SelectMany(c => c.Row.Findings).CountBy(finding => finding.Reason).ToDictionary();
        return CleaningReason.All
            .Select(reason =>
            {
                var count = counts.GetValueOrDefault(reason.Id);
                var before = asRead.GetValueOrDefault(reason);
                // Rows that were removed are not counted again under another reason, but readers may know the figure of the raw files.
                var remark = before > count ? $" ({before} rows before rows were removed.)" : "";
                return new CleaningAction(reason.Id, reason.Effect, count, reason.Description + remark);
            })
            .ToList();
    }
}
