using System.Text;
using CsvHelper;

namespace HitSongs.Tests.Reporting.Exports;

/// <summary>Reads a table as its readers do.</summary>
internal static class CsvRows
{
    public static List<string[]> Of(string csv)
    {
        using var reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)), CsvReaderOptions.Default with { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);

        return rows;
    }
}
