using System.Globalization;

namespace HitSongs.Pipeline;

/// <summary>Turns the records of one file into songs.</summary>
internal sealed class SongRowReader(string path, CsvHeader header, SongSchema schema)
{
    /// <summary>What data frames write for "no value".</summary>
    private static readonly HashSet<string> Missing = new(["", "nan", "na", "n/a", "null", "none"], StringComparer.OrdinalIgnoreCase);

    public SongSchema Schema => schema;

    /// <exception cref="InvalidInputException">The record has too few or too many fields, or a field is not what its column says.</exception>
    public SongRow Read(CsvRecord row)
    {
        if (row.Fields.Length != header.Count)
        {
            throw new InvalidInputException(
                path,
                row.Line,
                $"the row has {row.Fields.Length} fields, the header has {header.Count}",
                "Add or remove the commas that are wrong, and quote fields that contain commas");
        }

        var findings = new List<RowFinding>();
        var audio = new double[schema.Audio.Count];
        for (var i = 0; i < audio.Length; i++)
            audio[i] = Number(row, schema.Audio[i]);
        var popularity = Number(row, schema.Popularity);
        NoteNumbers(audio, popularity, findings);

        var artists = Text(row, schema.Artists);
        var song = new Song
        {
            TrackId = Text(row, schema.TrackId),
            Name = Text(row, schema.TrackName),
            Artists = artists,
            PrimaryArtist = artists.Split(',', 2)[0].Trim(),
            Album = Text(row, schema.Album),
            Genre = Text(row, schema.Genre),
            Subgenre = Text(row, schema.Subgenre),
            Released = Date(row, findings),
            Audio = Array.AsReadOnly(audio),
        };
        NoteText(song, findings);
        return new SongRow(row.Line, song, popularity, Text(row, schema.PlaylistId), findings);
    }

    private string Text(CsvRecord row, string column) => row.Fields[header[column]].Trim();

    private double Number(CsvRecord row, string column)
    {
        var text = Text(row, column);
        if (Missing.Contains(text))
            return double.NaN;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        throw Wrong(row, column, text, "a number", "Write it with a decimal point, or leave the field empty where the value is unknown");
    }

    private ReleaseDate? Date(CsvRecord row, List<RowFinding> findings)
    {
        var text = Text(row, schema.ReleaseDate);
        if (Missing.Contains(text))
        {
            findings.Add(new RowFinding(CleaningReason.MissingDate, ""));
            return null;
        }

        if (!ReleaseDateText.TryRead(text, out var date))
            throw Wrong(row, schema.ReleaseDate, text, "a date", "Write it as 2024, 2024-05 or 2024-05-17");
        CleaningReason? reason = date switch
        {
            null => CleaningReason.ImpossibleDate,
            { Month: null } => CleaningReason.YearOnly,
            { Day: null } => CleaningReason.YearAndMonth,
            { Month: 1, Day: 1 } => CleaningReason.FirstOfJanuary,
            _ => null,
        };
        if (reason is not null)
            findings.Add(new RowFinding(reason, text));
        return date;
    }

    private InvalidInputException Wrong(CsvRecord row, string column, string text, string what, string remedy)
    {
        var shown = text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text;
        shown = shown.ReplaceLineEndings(" ");
        return new InvalidInputException(path, row.Line, $"column '{column}' (field {header[column] + 1}): '{shown}' is not {what}", remedy);
    }

    private void NoteNumbers(double[] audio, double popularity, List<RowFinding> findings)
    {
        var missing = schema.Audio.Where((_, i) => double.IsNaN(audio[i])).ToList();
        if (missing.Count > 0)
            findings.Add(new RowFinding(CleaningReason.MissingAudio, string.Join(", ", missing)));

        var strange = schema.Audio.Select((column, i) => (column, value: audio[i]))
            .Where((c, i) => !AudioColumns.IsInRange((AudioFeature)i, c.value))
            .ToList();
        if (popularity is < 0 or > 100)
            strange.Add((schema.Popularity, popularity));
        if (strange.Count > 0)
            findings.Add(new RowFinding(CleaningReason.OutOfRange, string.Join(", ", strange.Select(c => $"{c.column} {c.value}"))));
    }

    private void NoteText(Song song, List<RowFinding> findings)
    {
        var empty = new[]
        {
            (schema.TrackName, song.Name), (schema.Artists, song.PrimaryArtist), (schema.Album, song.Album),
            (schema.Genre, song.Genre), (schema.Subgenre, song.Subgenre),
        }.Where(column => column.Item2.Length == 0).Select(column => column.Item1).ToList();
        if (empty.Count > 0)
            findings.Add(new RowFinding(CleaningReason.MissingText, string.Join(", ", empty)));
    }
}
