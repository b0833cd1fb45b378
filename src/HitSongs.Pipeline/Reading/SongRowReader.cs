using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Turns the records of one file into rows.</summary>
internal sealed class SongRowReader
{
    private readonly RecordFields fields;
    private readonly SongTexts texts;
    private readonly bool figuresOnly;
    private readonly SongNumbers numbers;
    private readonly SongDates dates;
    private readonly byte[] trackIdPrefix;

    public SongRowReader(RecordFields fields, SongTexts texts, SongReading reading)
    {
        this.fields = fields;
        this.texts = texts;
        figuresOnly = reading.FiguresOnly;
        numbers = new SongNumbers(fields, Rows, reading);
        dates = new SongDates(fields, Rows, reading);
        trackIdPrefix = Encoding.UTF8.GetBytes(fields.Schema.TrackIdPrefix);
    }

    public SongRows Rows { get; } = new();

    /// <exception cref="InvalidInputException">The record has too few or too many fields, or a field is not what its column says.</exception>
    public void Read(CsvSource record)
    {
        fields.CheckCount(record);
        numbers.Read(record);
        dates.Read(record);
        ReadTexts(record);
        Rows.Lines.Add(record.Line);
    }

    /// <summary>Whether a record has words where numbers belong, and no number: units or types of the columns.</summary>
    public bool TellsUnits(CsvSource record) => numbers.AreWords(record);

    /// <summary>To be called after the last record.</summary>
    /// <exception cref="InvalidInputException">What the records say does not fit together.</exception>
    public void Finish() => dates.Settle();

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
        Keep(fields.Text(record, SongColumn.PlaylistId), texts.Playlists, Rows.Playlists);
        if (empty is not null)
            Note(CleaningReason.MissingText, string.Join(", ", empty));
        if (broken is not null)
            Note(CleaningReason.LineBreak, string.Join(", ", broken));
    }

    private ReadOnlySpan<byte> Noted(CsvSource record, SongColumn column, ref List<string>? empty, ref List<string>? broken)
    {
        var text = fields.Text(record, column);
        if (text.IsEmpty && fields.Has(column))
            (empty ??= []).Add(fields.Schema[column]!);
        if (text.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
            (broken ??= []).Add(fields.Schema[column]!);
        return text;
    }

    /// <summary>The first text of a list, or a text as it is.</summary>
    private ReadOnlySpan<byte> First(ReadOnlySpan<byte> text) => !TextList.Is(text) ? text : Listed(TextList.Of(text) is [var first, ..] ? first : "");

    /// <summary>The texts of a list joined as the schema does it, or a text as it is.</summary>
    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> text)
    {
        var separator = fields.Schema.ArtistSeparator;
        return !TextList.Is(text) ? text : Listed(string.Join(separator == ',' ? ", " : separator.ToString(), TextList.Of(text)));
    }

    private ReadOnlySpan<byte> Listed(string text)
    {
        Note(CleaningReason.ListOfTexts, text);
        return Encoding.UTF8.GetBytes(text);
    }

    private void Keep(ReadOnlySpan<byte> text, Utf8Names known, List<int> column)
    {
        if (!figuresOnly)
            column.Add(known.Add(text));
    }

    private int TrackId(CsvSource record)
    {
        if (!fields.Has(SongColumn.TrackId))
            return texts.TrackIds.Add(DerivedId(record));
        var id = fields.Text(record, SongColumn.TrackId);
        if (id.StartsWith(trackIdPrefix))
            id = id[trackIdPrefix.Length..];
        return id.IsEmpty ? -1 : texts.TrackIds.Add(id);
    }

    /// <summary>In files without ids, rows with the same title and the same audio are the same track.</summary>
    private byte[] DerivedId(CsvSource record)
    {
        var hash = System.IO.Hashing.XxHash128.HashToUInt128([.. fields.Text(record, SongColumn.TrackName), .. MemoryMarshal.AsBytes(numbers.Audio)]);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return Encoding.ASCII.GetBytes($"row-{Convert.ToHexStringLower(bytes)}");
    }

    private void Note(CleaningReason reason, string detail) => Rows.Findings.Add(new RowFinding(Rows.Count, reason, detail));
}
