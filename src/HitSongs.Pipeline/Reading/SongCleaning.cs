using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>Decides which rows are used, and counts every decision.</summary>
internal sealed class SongCleaning
{
    private const string SyntheticMark = "synthetic";
    private const double HighestPopularity = 100;

    private readonly IReadOnlyList<SongFile> files;
    private readonly SongTexts texts;
    private readonly bool countOnly;
    private readonly List<RowAction> actions = [];
    private readonly Dictionary<string, int> counts = CleaningReason.All.ToDictionary(reason => reason.Id, _ => 0, StringComparer.Ordinal);

    private SongCleaning(IReadOnlyList<SongFile> files, SongTexts texts, bool countOnly)
    {
        this.files = files;
        this.texts = texts;
        this.countOnly = countOnly;
    }

    private SongSchema Schema => files[0].Schema;

    /// <param name="files">Files of one schema, the most popular first: of copies with the same popularity the first one is used.</param>
    /// <param name="texts">What the files' numbers of texts stand for.</param>
    /// <param name="countOnly">Counts what was done to rows, and lists none of them.</param>
    /// <exception cref="InvalidInputException">No row can be used.</exception>
    public static CleanSongs Clean(IReadOnlyList<SongFile> files, SongTexts texts, bool countOnly) => new SongCleaning(files, texts, countOnly).Clean();

    private CleanSongs Clean()
    {
        var usable = files.Select(Usable).ToList();
        var copies = new TrackCopies(files.Select(file => file.Rows).ToList(), usable, Score, texts.TrackIds.Count);
        var used = copies.Best();
        if (used.Count == 0)
        {
            throw Schema.HasLabels
                ? new InvalidInputException(
                    files[0].Path, null, "no row has both a track id and a popularity (0 to 100) or label", "Name a file with songs that have both")
                : new InvalidInputException(files[0].Path, null, "no row has a track id", "Name a file with songs that have one");
        }

        NoteCopies(copies);
        NoteFindings(used);
        NoteFiles();
        var hits = used.Select(place => IsHit(place.File, place.Row)).ToList();
        return new CleanSongs(files, texts, used, hits, Card(used.Count, hits.Count(hit => hit)), InOrder());
    }

    /// <summary>By which the best of several copies is chosen: the popularity, or the label; without both all are alike.</summary>
    private double Score(int file, int row) =>
        !Schema.HasLabels ? 0 : Schema[SongColumn.Popularity] is null ? files[file].Rows.Hit[row] : files[file].Rows.Popularity[row];

    private bool IsHit(int file, int row) =>
        Schema[SongColumn.Hit] is null ? files[file].Rows.Popularity[row] >= Schema.HitThreshold : files[file].Rows.Hit[row] == 1;

    private bool[] Usable(SongFile file, int number)
    {
        var usable = new bool[file.Rows.Count];
        for (var row = 0; row < usable.Length; row++)
        {
            var popularity = file.Rows.Popularity[row];
            if (file.Rows.TrackIds[row] < 0)
                Add(number, row, CleaningReason.MissingTrackId, "");
            else if (double.IsNaN(Score(number, row)) || (Schema[SongColumn.Hit] is not null && double.IsNaN(file.Rows.Hit[row])))
                Add(number, row, CleaningReason.MissingPopularity, "");
            else if (popularity is < 0 or > HighestPopularity)
                Add(number, row, CleaningReason.ImpossiblePopularity, FormattableString.Invariant($"{popularity}"));
            else
                usable[row] = true;
        }

        return usable;
    }

    private void NoteCopies(TrackCopies copies)
    {
        foreach (var (copy, better) in copies.InTheSameFile)
            Add(copy.File, copy.Row, CleaningReason.RepeatedTrack, Place(better));
        foreach (var (copy, better) in copies.InOtherFiles)
            Add(copy.File, copy.Row, CleaningReason.TrackInSeveralFiles, Place(better));
        var reason = Schema[SongColumn.Popularity] is null ? CleaningReason.ContradictingLabel : CleaningReason.ContradictingPopularity;
        foreach (var (best, scores) in copies.Contradictions)
            Add(best.File, best.Row, reason, string.Join(", ", scores));
    }

    private string Place((int File, int Row) place) => $"{files[place.File].Name}:{files[place.File].Rows.Lines[place.Row]}";

    private void NoteFindings(IReadOnlyList<(int File, int Row)> used)
    {
        var isUsed = files.Select(file => new bool[file.Rows.Count]).ToArray();
        foreach (var (file, row) in used)
            isUsed[file][row] = true;
        for (var file = 0; file < files.Count; file++)
        {
            foreach (var finding in files[file].Rows.Findings.Where(finding => isUsed[file][finding.Row]))
                Add(file, finding.Row, finding.Reason, finding.Detail);
        }
    }

    private void NoteFiles()
    {
        foreach (var file in files)
        {
            if (file.HasMark)
                Add(file, CleaningReason.ByteOrderMark);
            if (file.IsUtf16)
                Add(file, CleaningReason.Utf16);
            if (file.Source.IsWindows1252)
                Add(file, CleaningReason.Windows1252);
            if (file.Source.Separator != ',')
                Add(file, CleaningReason.OtherSeparator);
            foreach (var line in file.Rows.OtherLines)
                Add(file, CleaningReason.RepeatedHeader, line);
            if (Schema[SongColumn.TrackId] is null)
                Add(file, CleaningReason.NoTrackIds);
            if (Schema[SongColumn.Artists] is null)
                Add(file, CleaningReason.NoArtists);
        }
    }

    private void Add(SongFile file, CleaningReason reason, int line = 1)
    {
        counts[reason.Id]++;
        actions.Add(new RowAction(file.Name, line, reason.Id, reason.Effect, "", ""));
    }

    private void Add(int file, int row, CleaningReason reason, string detail)
    {
        counts[reason.Id]++;
        if (countOnly)
            return;
        var rows = files[file].Rows;
        var id = rows.TrackIds[row];
        actions.Add(new RowAction(files[file].Name, rows.Lines[row], reason.Id, reason.Effect, id < 0 ? "" : texts.TrackIds[id], detail));
    }

    private List<RowAction> InOrder()
    {
        var rank = files
            .Select((file, i) => (file.Name, i))
            .DistinctBy(f => f.Name, StringComparer.Ordinal)
            .ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);
        return actions.OrderBy(action => rank[action.File]).ThenBy(action => action.Line).ToList();
    }

    private DataCard Card(int used, int hits)
    {
        var synthetic = Enumerable.Range(0, texts.TrackIds.Count).Any(id =>
            System.Text.Ascii.EqualsIgnoreCase(texts.TrackIds.Bytes(id)[..Math.Min(SyntheticMark.Length, texts.TrackIds.Bytes(id).Length)], SyntheticMark));
        return new DataCard(
            synthetic ? $"{Schema.Name} (synthetic sample)" : Schema.Name,
            synthetic,
            files.Select(file => new DataFile(file.Name, file.Sha256, file.Rows.Count + file.Rows.OtherLines.Count)).ToList(),
            files.Sum(file => file.Rows.Count + file.Rows.OtherLines.Count),
            used,
            hits,
            Schema.HitThreshold,
            Count())
        {
            Remarks =
            [
                .. files.SelectMany(file => file.Remarks.Select(remark => $"{file.Name}: {remark}{(remark.EndsWith('?') ? "" : ".")}")),
                .. Labels(used, hits),
            ],
        };
    }

    private IEnumerable<string> Labels(int used, int hits)
    {
        if (Schema.HasLabels && (hits == 0 || hits == used))
        {
            var threshold = double.IsNaN(Schema.HitThreshold) ? "" : $" (popularity {Schema.HitThreshold} or more)";
            yield return FormattableString.Invariant(
                $"{hits} of {used} songs are hits{threshold}: nothing can be learnt of what tells hits from other songs."
            );
        }

        if (Schema[SongColumn.Popularity] is null && Schema.HasLabels)
            yield return "The files have hits and no popularity: models learn hits, and metrics of popularity are undefined.";
    }

    private List<CleaningAction> Count()
    {
        var asRead = files.SelectMany(file => file.Rows.Findings).CountBy(finding => finding.Reason).ToDictionary();
        return CleaningReason.All
            .Select(reason =>
            {
                var count = counts[reason.Id];
                var before = asRead.GetValueOrDefault(reason);
                // Rows that were removed are not counted again under another reason, but readers may know the figure of the raw files.
                var remark = before > count ? $" ({before} rows before rows were removed.)" : "";
                return new CleaningAction(reason.Id, reason.Effect, count, reason.Description + remark);
            })
            .ToList();
    }
}
