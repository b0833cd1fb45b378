using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Reads the release dates of one file. Whether 05/06/1999 is in May or in June only the other dates of the file can say.</summary>
internal sealed class SongDates(RecordFields fields, SongRows rows, SongReading reading)
{
    private readonly List<(int Row, int Line, SpokenDate Date, string Text)> unsettled = [];

    /// <summary>Dates that can only be read with the day first, and with the month first.</summary>
    private (int Line, string Text)? dayFirst, monthFirst;

    /// <summary>Adds the date of a record to the rows.</summary>
    /// <exception cref="InvalidInputException">The field is no date.</exception>
    public void Read(CsvSource record)
    {
        var text = fields.Text(record, SongColumn.ReleaseDate);
        PackedDate date = default;
        if (!fields.Has(SongColumn.ReleaseDate) || ReleaseDateText.TryRead(text, reading.LatestRelease, out date))
            Add(date, text);
        else if (MissingText.Is(text))
            Add(date, default, CleaningReason.MissingDate);
        else if (SpokenDate.Of(text) is { } spoken)
            Add(spoken, record.Line, Encoding.UTF8.GetString(text));
        else
            throw fields.Wrong(record, SongColumn.ReleaseDate, "a date", "Write it as 2024, 2024-05 or 2024-05-17");
    }

    /// <summary>Settles, after the last row, which number of a date is its month.</summary>
    /// <exception cref="InvalidInputException">The dates contradict each other, or none says.</exception>
    public void Settle()
    {
        if (dayFirst is { } day && monthFirst is { } month)
            throw fields.Wrong(
                day.Line, SongColumn.ReleaseDate, $"'{day.Text}' has the day first, and '{month.Text}' on line {month.Line} the month",
                "Write all dates as 2024-05-17");
        if (unsettled.Count > 0 && dayFirst is null && monthFirst is null)
        {
            var (_, line, _, text) = unsettled[0];
            throw fields.Wrong(
                line, SongColumn.ReleaseDate, $"no date of the file says whether '{text}' has the month or the day first",
                "Write dates as 2024-05-17");
        }

        foreach (var (row, _, date, text) in unsettled)
            rows.Released[row] = Noted(row, Packed(date.Ordered(dayFirst is not null)), text);
    }

    private void Add(SpokenDate date, int line, string text)
    {
        if (date is { HasOrder: false, First: > 12 })
            dayFirst ??= (line, text);
        else if (date is { HasOrder: false, Second: > 12 })
            monthFirst ??= (line, text);
        rows.Findings.Add(new RowFinding(rows.Count, CleaningReason.DateInWords, text));
        if (date.HasOrder || date.First > 12 || date.Second > 12)
        {
            rows.Released.Add(Noted(rows.Count, Packed(date.HasOrder ? date : date.Ordered(date.First > 12)), text));
            return;
        }

        unsettled.Add((rows.Count, line, date, text));
        rows.Released.Add(default);
    }

    private void Add(PackedDate date, ReadOnlySpan<byte> text, CleaningReason? missing = null)
    {
        var reason = missing ?? (fields.Has(SongColumn.ReleaseDate) ? ReasonOf(date) : null);
        if (reason is not null)
            rows.Findings.Add(new RowFinding(rows.Count, reason, reading.FiguresOnly ? "" : Encoding.UTF8.GetString(text)));
        rows.Released.Add(date);
    }

    private PackedDate Packed(SpokenDate date) => ReleaseDateText.Of(date.Year, date.First, date.Second, reading.LatestRelease);

    private PackedDate Noted(int row, PackedDate date, string text)
    {
        if (ReasonOf(date) is { } reason)
            rows.Findings.Add(new RowFinding(row, reason, text));
        return date;
    }

    private static CleaningReason? ReasonOf(PackedDate date) => date switch
    {
        { IsNone: true } => CleaningReason.ImpossibleDate,
        { Month: 0 } => CleaningReason.YearOnly,
        { Day: 0 } => CleaningReason.YearAndMonth,
        { Month: 1, Day: 1 } => CleaningReason.FirstOfJanuary,
        _ => null,
    };
}
