using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace HitSongs.Pipeline.Reading;

/// <summary>Reads a CSV file (RFC 4180, commas) record by record and refuses what is not one. Holds one record at a time.</summary>
internal sealed class CsvSource : IDisposable
{
    /// <summary>A record beyond this many bytes is a quote that was never closed, or no CSV; a song has some hundred bytes.</summary>
    private const int LargestRecord = 1 << 20;

    private readonly string path;
    private readonly CsvReader reader;
    private CsvMalformedRecord? malformed;
    private bool manyBytes;

    /// <param name="path">For messages.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="bytes">UTF-8, or UTF-16 with a byte order mark.</param>
    public CsvSource(string path, Stream bytes, char separator = ',')
    {
        this.path = path;
        reader = CsvReader.Create(bytes, CsvReaderOptions.Default with
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record => malformed ??= record,
        });
    }

    /// <summary>Line on which the record starts; a quoted field may hold line breaks.</summary>
    public int Line => (int)reader.LineNumber;

    public int FieldCount => reader.FieldCount;

    /// <summary>A field as UTF-8, without its quotes; valid until the next record.</summary>
    public ReadOnlySpan<byte> this[int field] => reader.GetSpan(field);

    public string Text(int field) => reader.GetString(field);

    /// <returns>False at the end of the file.</returns>
    /// <exception cref="NotUtf8Exception">The file is in another encoding.</exception>
    /// <exception cref="InvalidInputException">The record is not CSV, not text, or endless.</exception>
    public bool Read()
    {
        if (!Advance())
            return false;
        if (malformed is not null)
            throw Malformed(malformed.Value);
        var raw = reader.RawRecord;
        if (raw.Contains((byte)0))
            throw new InvalidInputException(
                path, Line, "the row has NUL bytes, so that the file is no text, or UTF-16 without its mark", "Save it as CSV in UTF-8");
        if (!Utf8.IsValid(raw))
            throw manyBytes
                ? new InvalidInputException(path, Line, "the row is not UTF-8 text, though rows before it are", "Save the file as CSV in UTF-8")
                : new NotUtf8Exception();
        manyBytes |= !Ascii.IsValid(raw);
        return true;
    }

    public void Dispose() => reader.Dispose();

    private bool Advance()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new InvalidInputException(
                path, (int)e.LineNumber, "the row does not end within a megabyte",
                "Close the quote that is open there, or name a file with one song per line", e);
        }
    }

    private InvalidInputException Malformed(CsvMalformedRecord record)
    {
        var problem = record.Reason switch
        {
            CsvMalformedReason.StrayQuote => "a quote stands inside a field that is not quoted",
            CsvMalformedReason.TextAfterClosingQuote => "text follows the closing quote of a field",
            CsvMalformedReason.UnterminatedQuote => "a quoted field is not closed",
            _ => "the quoting is broken",
        };
        return new InvalidInputException(path, (int)record.LineNumber, problem, "Quote the whole field, close the quote, and write a quote inside it twice");
    }
}
