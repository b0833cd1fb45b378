using System.Security.Cryptography;

namespace HitSongs.Pipeline.Reading;

/// <summary>One file as it was read: nothing removed yet.</summary>
/// <param name="Path">As the user named it.</param>
internal sealed record SongFile(
    string Path, string Sha256, SongSchema Schema, SongRows Rows, bool HasMark, bool IsUtf16, SourceText Source, IReadOnlyList<string> Remarks)
{
    private const int RowsPerReport = 1_000;
    private const int MostTitles = 20;
    private const int FewestColumns = 5;

    /// <summary>After so many rows it is clear how long a row is, and how many there will be, give or take a twentieth.</summary>
    private const int RowsToForesee = 10_000;
    private const double ToSpare = 1.05;

    /// <summary>Room for more rows than this is not made ahead of them: the first rows of a file may be a bad guide to the others.</summary>
    private const int MostForeseen = 2_000_000;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>By which files are put in order; of files that label hits themselves, the share of hits.</summary>
    public double MedianPopularity => Rows.Popularity.Any(double.IsFinite)
        ? Quantiles.Of(Rows.Popularity.Where(double.IsFinite), 0.5)
        : Rows.Hit.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    public static SongFile Read(string path, SongTexts texts, SongReading reading)
    {
        try
        {
            return Read(path, texts, reading, isWindows1252: false);
        }
        catch (NotUtf8Exception)
        {
            return Read(path, texts, reading, isWindows1252: true);
        }
    }

    private static SongFile Read(string path, SongTexts texts, SongReading reading, bool isWindows1252)
    {
        using var hash = SHA256.Create();
        using var stream = Open(path);
        var mark = Mark(stream);
        var text = SourceText.Of(stream) with { IsWindows1252 = isWindows1252 };
        SongSchema schema;
        SongRows rows;
        string? remark;
        using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Read))
        {
            ForeignFile.Refuse(path, stream);
            using var source = new CsvSource(path, text.Utf8(hashed), text.Separator);
            (schema, rows, remark) = ReadRows(path, source, texts, reading with { HasDecimalCommas = text.HasDecimalCommas }, () => PartRead(stream));
        }

        string[] remarks = [.. remark is null ? [] : new[] { remark }, .. ColumnScales.Judge(rows, schema)];
        return new SongFile(path, Convert.ToHexStringLower(hash.Hash!), schema, rows, mark.Length > 0, mark.Length == 2, text, remarks);
    }

    private static (SongSchema Schema, SongRows Rows, string? Remark) ReadRows(
        string path, CsvSource source, SongTexts texts, SongReading reading, Func<double> partRead)
    {
        var (found, titles) = FindHeader(path, source, reading);
        var more = source.Read();
        var header = more ? found.ToFit(source) : found;
        var schema = reading.Mapping is { } mapping ? KnownSchemas.Check(mapping, path, header) : KnownSchemas.Recognise(path, header, reading.Known);
        var fields = new RecordFields(path, header, schema);
        var reader = new SongRowReader(fields, texts, reading);
        reader.Rows.OtherLines.AddRange(titles);
        int? text = null;
        for (; more; more = source.Read())
        {
            if (IsText(source, header))
                text ??= source.Line;
            else if (text is { } line)
                throw fields.WrongCount(line, 1);
            if (text is not null || IsNoSong(source, header, fields, reader))
            {
                reader.Rows.OtherLines.Add(source.Line);
                continue;
            }

            reader.Read(source);
            if (reader.Rows.Count % RowsPerReport == 0)
                reading.Progress?.Report(new ReadProgress(path, reader.Rows.Count));
            if (reader.Rows.Count == RowsToForesee)
                reader.Rows.MakeRoom((int)Math.Min(MostForeseen, ToSpare * RowsToForesee / partRead()));
        }

        reader.Finish();
        if (reader.Rows.Count == 0)
            throw new InvalidInputException(path, null, "the file has a header and no songs", "Name a CSV file with one song per line");
        reading.Progress?.Report(new ReadProgress(path, reader.Rows.Count));
        return (schema, reader.Rows, header.Remark);
    }

    /// <summary>A remark below the table, such as its source; above the last song it is a broken row.</summary>
    private static bool IsText(CsvSource source, CsvHeader header) => source.FieldCount == 1 && header.Count >= FewestColumns;

    /// <summary>The header again, units of the columns right below it, or a row that sums others up.</summary>
    private static bool IsNoSong(CsvSource source, CsvHeader header, RecordFields fields, SongRowReader reader) =>
        header.IsRepeatedBy(source)
        || (reader.Rows.Count == 0 && reader.Rows.OtherLines.Count < MostTitles && source.FieldCount == header.Count && reader.TellsUnits(source))
        || (source.FieldCount == header.Count && fields.IsSummary(source));

    /// <summary>The first line that names a column. Before it may stand titles and remarks.</summary>
    private static (CsvHeader Header, List<int> Titles) FindHeader(string path, CsvSource source, SongReading reading)
    {
        CsvHeader? first = null;
        var titles = new List<int>();
        while (titles.Count <= MostTitles && source.Read())
        {
            var header = new CsvHeader(path, source.Line, Enumerable.Range(0, source.FieldCount).Select(source.Text));
            if (reading.Mapping?.IsNamedBy(header) ?? reading.Known.Any(schema => schema.IsNamedBy(header)))
            {
                header.RefuseWrongNames();
                return (header, titles);
            }

            first ??= header;
            titles.Add(source.Line);
        }

        return first is null
            ? throw new InvalidInputException(path, null, "the file is empty", "Name a CSV file with a header line and one song per line")
            : (first, []);
    }

    /// <summary>0 to 1; of what is no file on a disk (a pipe) nobody knows how much is to come.</summary>
    private static double PartRead(FileStream stream) => stream.CanSeek && stream.Length > 0 ? Math.Min(1, (double)stream.Position / stream.Length) : 1;

    /// <summary>The byte order mark: three bytes of UTF-8, two of UTF-16, or none.</summary>
    private static byte[] Mark(FileStream stream)
    {
        // What cannot be rewound (a pipe) is read as UTF-8 without asking.
        if (!stream.CanSeek)
            return [];
        Span<byte> start = stackalloc byte[3];
        var length = stream.ReadAtLeast(start, 3, throwOnEndOfStream: false);
        stream.Position = 0;
        ReadOnlySpan<byte> read = start[..length];
        return read.StartsWith("\uFEFF"u8) ? [.. read]
            : read.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || read.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? [.. read[..2]]
            : [];
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new InvalidInputException(path, null, "the file does not exist", "Check the path", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var problem = Directory.Exists(path) ? "it is a folder and not a file" : "the file cannot be read";
            throw new InvalidInputException(path, null, problem, "Name a CSV file that you may read", e);
        }
    }
}

/// <summary>File reading options.</summary>
/// <param name="Mapping">Columns that a user named; null to recognise the schema.</param>
/// <param name="LatestRelease">Later release dates are impossible.</param>
/// <param name="FiguresOnly">Texts that enter no figure (titles, artists, albums, subgenres, playlists) are checked and not kept.</param>
internal sealed record SongReading(SongSchema? Mapping, DateOnly LatestRelease, bool FiguresOnly, IProgress<ReadProgress>? Progress)
{
    /// <summary>The schemas that are recognised.</summary>
    public IReadOnlyList<SongSchema> Known { get; init; } = KnownSchemas.All;

    /// <summary>Whether a comma in a number is its decimal point.</summary>
    public bool HasDecimalCommas { get; init; }
}
