using System.Globalization;
using CsvHelper;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Exports;

/// <summary>A table as CSV by RFC 4180, safe to open in a spreadsheet.</summary>
internal static class CsvTable
{
    // What spreadsheets take for the start of a formula; the last four are full-width forms, which some of them read the same.
    private const string Formula = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /// <param name="rows">Strings are made harmless; numbers are written as they are; null is an empty cell.</param>
    public static string Write(IEnumerable<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var text = new StringWriter();
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var row in rows.Prepend([.. header]))
        {
            foreach (var cell in row)
            {
                csv.WriteField(Cell(cell));
            }

            csv.EndRecord();
        }

        csv.Flush();
        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Defused(PlainText.Of(text)),
        double points => Numbers.Points(points),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a cell holds a text or a number, not a {value.GetType().Name}", nameof(value)),
    };

    /// <summary>A leading quotation mark makes a spreadsheet show a formula as text.</summary>
    /// <remarks>Spaces before a formula do not hide it; the package's own setting looks at the first character alone.</remarks>
    private static string Defused(string text) =>
        text.TrimStart() is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? "'" + text : text;
}
