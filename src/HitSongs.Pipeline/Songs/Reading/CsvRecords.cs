using CsvHelper;

namespace HitSongs.Pipeline;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Line on which the record starts; a quoted field may hold line breaks.</param>
internal sealed record CsvRecord(int Line, string[] Fields);

/// <summary>Splits a CSV text (RFC 4180, commas) into records and refuses what is not one.</summary>
internal static class CsvRecords
{
    /// <summary>A record beyond this many bytes is a quote that was never closed, not a song.</summary>
    private const int LargestRecord = 1 << 20;

    public static IEnumerable<CsvRecord> Read(string path, TextReader text)
    {
        CsvMalformedRecord? malformed = null;
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record => malformed ??= record,
        };
        using var reader = CsvReader.Create(text, options, leaveOpen: true);
        while (Advance(path, reader))
        {
            if (malformed is not null)
                throw Malformed(path, malformed.Value);
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = reader.GetString(i);
            yield return new CsvRecord((int)reader.LineNumber, fields);
        }
    }

    private static bool Advance(string path, CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new InvalidInputException(path, (int)e.LineNumber, "the row does not end within a megabyte", "Close the quote that is open there", e);
        }
    }

    private static InvalidInputException Malformed(string path, CsvMalformedRecord record)
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
