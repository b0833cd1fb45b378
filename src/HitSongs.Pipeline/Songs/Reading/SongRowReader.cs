using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace HitSongs.Pipeline.Songs.Reading;

/// <summary>Turns the records of one file into rows.</summary>
internal sealed class SongRowReader
{
    private readonly string path;
    private readonly CsvHeader header;
    private readonly SongSchema schema;
    private readonly SongTexts texts;
    private readonly SongReading reading;
    private readonly int[] audioFields;
    private readonly int[] fields;
    private readonly byte[] trackIdPrefix;
    private readonly double[] audio = new double[AudioColumns.Names.Count];
    private readonly byte[] derivedId;

    public SongRowReader(string path, CsvHeader header, SongSchema schema, SongTexts texts, SongReading reading)
    {
        this.path = path;
        this.header = header;
        this.schema = schema;
        this.texts = texts;
        this.reading = reading;
        audioFields = schema.Audio.Select(column => column is null ? -1 : header[column]).ToArray();
        fields = Enum.GetValues<SongColumn>().Select(column => schema[column] is { } name ? header[name] : -1).ToArray();
        trackIdPrefix = Encoding.UTF8.GetBytes(schema.TrackIdPrefix);
        derivedId = new byte[sizeof(double) * audio.Length];
    }

    public SongRows Rows { get; } = new();

    /// <exception cref="InvalidInputException">The record has too few or too many fields, or a field is not what its column says.</exception>
    public void Read(CsvSource record)
    {
        if (record.FieldCount != header.Count)
        {
            throw new InvalidInputException(
                path,
                record.Line,
                $"the row has {record.FieldCount} fields, the header has {header.Count}",
                "Add or remove the commas that are wrong, and quote fields that contain commas");
        }

        ReadAudio(record);
        var popularity = Number(record, fields[(int)SongColumn.Popularity]);
        var hit = Hit(record, fields[(int)SongColumn.Hit]);
        for (var i = 0; i < audio.Length; i++)
            Rows.Audio((AudioFeature)i).Add(audio[i]);
        Rows.Popularity.Add(popularity);
        Rows.Hit.Add(hit);
        Rows.Released.Add(Date(record));
        ReadTexts(record);
        Rows.Lines.Add(record.Line);
    }

    private void ReadAudio(CsvSource record)
    {
        List<string>? missing = null, spoken = null;
        for (var i = 0; i < audio.Length; i++)
        {
            if (audioFields[i] < 0)
            {
                audio[i] = double.NaN;
                continue;
            }

            if (!TryNumber(record[audioFields[i]], out audio[i]))
            {
                audio[i] = SpokenValues.Of((AudioFeature)i, record[audioFields[i]]) ?? throw Wrong(record, audioFields[i], "a number", Remedy((AudioFeature)i));
                (spoken ??= []).Add(schema.Audio[i]!);
            }
            else if (double.IsNaN(audio[i]))
            {
                (missing ??= []).Add(schema.Audio[i]!);
            }
        }

        if (missing is not null)
            Note(CleaningReason.MissingAudio, string.Join(", ", missing));
        if (spoken is not null)
            Note(CleaningReason.InWords, string.Join(", ", spoken));
    }

    private void ReadTexts(CsvSource record)
    {
        List<string>? empty = null;
        List<string>? broken = null;
        Rows.TrackIds.Add(TrackId(record));
        Keep(Noted(record, SongColumn.TrackName, ref empty, ref broken), texts.Names, Rows.Names);
        Keep(Joined(Noted(record, SongColumn.Artists, ref empty, ref broken)), texts.Artists, Rows.Artists);
        Keep(Noted(record, SongColumn.Album, ref empty, ref broken), texts.Albums, Rows.Albums);
        Rows.Genres.Add(texts.Genres.Add(First(Noted(record, SongColumn.Genre, ref empty, ref broken))));
        Keep(First(Noted(record, SongColumn.Subgenre, ref empty, ref broken)), texts.Subgenres, Rows.Subgenres);
        Keep(Text(record, fields[(int)SongColumn.PlaylistId]), texts.Playlists, Rows.Playlists);
        if (empty is not null)
            Note(CleaningReason.MissingText, string.Join(", ", empty));
        if (broken is not null)
            Note(CleaningReason.LineBreak, string.Join(", ", broken));
    }

    private ReadOnlySpan<byte> Noted(CsvSource record, SongColumn column, ref List<string>? empty, ref List<string>? broken)
    {
        var text = Text(record, fields[(int)column]);
        if (text.IsEmpty && fields[(int)column] >= 0)
            (empty ??= []).Add(schema[column]!);
        if (text.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
            (broken ??= []).Add(schema[column]!);
        return text;
    }

    /// <summary>The first text of a list, or a text as it is.</summary>
    private ReadOnlySpan<byte> First(ReadOnlySpan<byte> text) => !TextList.Is(text) ? text : Listed(TextList.Of(text) is [var first, ..] ? first : "");

    /// <summary>The texts of a list joined as the schema does it, or a text as it is.</summary>
    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> text) => !TextList.Is(text) ? text : Listed(string.Join(schema.ArtistSeparator == ',' ? ", " : schema.ArtistSeparator.ToString(), TextList.Of(text)));

    private ReadOnlySpan<byte> Listed(string text)
    {
        Note(CleaningReason.ListOfTexts, text);
        return Encoding.UTF8.GetBytes(text);
    }

    private void Keep(ReadOnlySpan<byte> text, Utf8Names known, List<int> column)
    {
        if (!reading.FiguresOnly)
            column.Add(known.Add(text));
    }

    private int TrackId(CsvSource record)
    {
        if (fields[(int)SongColumn.TrackId] < 0)
            return texts.TrackIds.Add(DerivedId(record));
        var id = Text(record, fields[(int)SongColumn.TrackId]);
        if (id.StartsWith(trackIdPrefix))
            id = id[trackIdPrefix.Length..];
        return id.IsEmpty ? -1 : texts.TrackIds.Add(id);
    }

    /// <summary>In files without ids, rows with the same title and the same audio are the same track.</summary>
    private byte[] DerivedId(CsvSource record)
    {
        MemoryMarshal.AsBytes(audio.AsSpan()).CopyTo(derivedId);
        var hash = System.IO.Hashing.XxHash128.HashToUInt128([.. Text(record, fields[(int)SongColumn.TrackName]), .. derivedId]);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return Encoding.ASCII.GetBytes($"row-{Convert.ToHexStringLower(bytes)}");
    }

    private PackedDate Date(CsvSource record)
    {
        var field = fields[(int)SongColumn.ReleaseDate];
        if (field < 0)
            return default;
        var text = Text(record, field);
        if (MissingText.Is(text))
        {
            Note(CleaningReason.MissingDate, "");
            return default;
        }

        if (!ReleaseDateText.TryRead(text, reading.LatestRelease, out var date))
        {
            if (!ReleaseDateText.TryRead(ReleaseDateText.WithoutRest(text), reading.LatestRelease, out date))
                throw Wrong(record, field, "a date", "Write it as 2024, 2024-05 or 2024-05-17");
            Note(CleaningReason.DateInWords, Encoding.UTF8.GetString(text));
        }

        CleaningReason? reason = date switch
        {
            { IsNone: true } => CleaningReason.ImpossibleDate,
            { Month: 0 } => CleaningReason.YearOnly,
            { Day: 0 } => CleaningReason.YearAndMonth,
            { Month: 1, Day: 1 } => CleaningReason.FirstOfJanuary,
            _ => null,
        };
        if (reason is not null)
            Note(reason, reading.FiguresOnly ? "" : Encoding.UTF8.GetString(text));
        return date;
    }

    private double Number(CsvSource record, int field)
    {
        if (field < 0)
            return double.NaN;
        var text = record[field];
        if (TryNumber(text, out var value))
            return value;
        throw Wrong(record, field, "a number", "Write it from 0 to 100, or leave the field empty where it is unknown");
    }

    private double Hit(CsvSource record, int field)
    {
        if (field < 0)
            return double.NaN;
        if (TryNumber(record[field], out var hit) && (double.IsNaN(hit) || hit is 0 or 1))
            return hit;
        if (SpokenValues.Truth(record[field]) is not { } truth)
            throw Wrong(record, field, "0 or 1", "Write 1 for a hit and 0 for another song");
        Note(CleaningReason.InWords, schema[SongColumn.Hit]!);
        return truth;
    }

    /// <param name="value">Not a number where the field says that it has none.</param>
    /// <returns>False where the field is neither a number nor empty.</returns>
    private bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        if (DecimalText.TryRead(text, out value))
            return true;
        value = double.NaN;
        if (MissingText.Is(text.Trim(" \t"u8)))
            return true;
        var comma = text.IndexOf((byte)',');
        if (!reading.HasDecimalCommas || comma < 0 || text.Length > 40)
            return false;
        Span<byte> point = stackalloc byte[text.Length];
        text.CopyTo(point);
        point[comma] = (byte)'.';
        return DecimalText.TryRead(point, out value);
    }

    private static string Remedy(AudioFeature feature) => feature switch
    {
        AudioFeature.Key => "Write a pitch class from 0 (C) to 11 (B), −1 for none, or a name such as C#",
        AudioFeature.Mode => "Write 1 for major and 0 for minor",
        AudioFeature.DurationMs => "Write milliseconds, or minutes and seconds such as 3:45",
        AudioFeature.TimeSignature => "Write the beats of a bar, such as 4",
        _ => "Write it with a decimal point, or leave the field empty where the value is unknown",
    };

    private static ReadOnlySpan<byte> Text(CsvSource record, int field) => field < 0 ? [] : record[field].Trim(" \t\r\n"u8);

    private void Note(CleaningReason reason, string detail) => Rows.Findings.Add(new RowFinding(Rows.Count, reason, detail));

    private InvalidInputException Wrong(CsvSource record, int field, string what, string remedy)
    {
        var text = record.Text(field).Trim();
        var shown = text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text;
        shown = shown.ReplaceLineEndings(" ");
        var column = header.Names.First(name => header[name] == field);
        return new InvalidInputException(path, record.Line, $"column '{column}' (field {field + 1}): '{shown}' is not {what}", remedy);
    }
}
