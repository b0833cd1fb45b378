using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Where a schema's columns are in the records of one file.</summary>
internal sealed class RecordFields(string path, CsvHeader header, SongSchema schema)
{
    /// <summary>Names of the rows below tables in spreadsheets and data frames.</summary>
    private static readonly string[] Summaries =
        ["total", "totals", "grand total", "sum", "count", "average", "mean", "avg", "median", "min", "max", "std", "stdev"];

    private static readonly int LongestSummary = Summaries.Max(word => word.Length);

    private readonly int[] audio = [.. schema.Audio.Select(column => column is null ? -1 : header[column])];
    private readonly int[] fields = [.. Enum.GetValues<SongColumn>().Select(column => schema[column] is { } name ? header[name] : -1)];

    public SongSchema Schema { get; } = schema;

    public bool Has(SongColumn column) => fields[(int)column] >= 0;

    public bool Has(AudioFeature feature) => audio[(int)feature] >= 0;

    /// <returns>The field without spaces around it, as UTF-8; empty where the file has no such column.</returns>
    public ReadOnlySpan<byte> Text(CsvSource record, SongColumn column) => fields[(int)column] < 0 ? [] : record[fields[(int)column]].Trim(" \t\r\n"u8);

    /// <returns>As <see cref="Text(CsvSource, SongColumn)"/>.</returns>
    public ReadOnlySpan<byte> Text(CsvSource record, AudioFeature feature) => audio[(int)feature] < 0 ? [] : record[audio[(int)feature]].Trim(" \t\r\n"u8);

    /// <exception cref="InvalidInputException">The record has too few or too many fields.</exception>
    public void CheckCount(CsvSource record)
    {
        if (record.FieldCount != header.Count)
            throw WrongCount(record.Line, record.FieldCount);
    }

    public InvalidInputException WrongCount(int line, int count) => new(
        path, line, $"the row has {count} field{(count == 1 ? "" : "s")}, the header has {header.Count}",
        "Add or remove the commas that are wrong, and quote fields that contain commas");

    /// <summary>Whether a record has no artist, and a word such as Total where its first text stands.</summary>
    public bool IsSummary(CsvSource record)
    {
        if (!Has(SongColumn.Artists) || !Text(record, SongColumn.Artists).IsEmpty)
            return false;
        for (var field = 0; field < record.FieldCount; field++)
        {
            var first = record[field].Trim((byte)' ').TrimEnd((byte)':');
            if (!first.IsEmpty)
            {
                // Nearly every row without an artist is a song: no text is made of what cannot be such a word.
                return first.Length <= LongestSummary
                    && !first.ContainsAnyInRange((byte)'0', (byte)'9')
                    && Summaries.Contains(Encoding.UTF8.GetString(first), StringComparer.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    public InvalidInputException Wrong(CsvSource record, AudioFeature feature, string what, string remedy) =>
        Wrong(record, audio[(int)feature], Schema.Audio[(int)feature]!, what, remedy);

    public InvalidInputException Wrong(CsvSource record, SongColumn column, string what, string remedy) =>
        Wrong(record, fields[(int)column], Schema[column]!, what, remedy);

    /// <summary>A fault that several records make together.</summary>
    public InvalidInputException Wrong(int line, SongColumn column, string problem, string remedy) =>
        new(path, line, $"column '{Schema[column]}' (field {fields[(int)column] + 1}): {problem}", remedy);

    private InvalidInputException Wrong(CsvSource record, int field, string column, string what, string remedy)
    {
        var text = record.Text(field).Trim();
        var shown = (text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text).ReplaceLineEndings(" ");
        return new InvalidInputException(path, record.Line, $"column '{column}' (field {field + 1}): '{shown}' is not {what}", remedy);
    }
}
