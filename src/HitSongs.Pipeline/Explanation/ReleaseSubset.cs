namespace HitSongs.Pipeline.Explanation;

/// <summary>Which songs a question about release dates is asked of.</summary>
/// <param name="Id">Stable id such as "known-days".</param>
/// <param name="Description">For readers.</param>
public sealed record ReleaseSubset(string Id, string Description)
{
    /// <summary>The trap: where only the year is known, January is taken for the month.</summary>
    public static readonly ReleaseSubset YearAsJanuary = new("year-as-january", "every date, a year alone taken for its January (wrong)");

    public static readonly ReleaseSubset FullDates = new("full-dates", "dates known to the day");

    /// <summary>1 January is in most cases a placeholder.</summary>
    public static readonly ReleaseSubset KnownDays = new("known-days", "dates known to the day, without 1 January");

    /// <summary>Of <see cref="KnownDays"/>: songs that had more than a year to become popular or to be forgotten.</summary>
    public static readonly ReleaseSubset EarlierYears = new("earlier-years", "the same, before the latest year");

    /// <summary>Of <see cref="KnownDays"/>: what was new when the data were collected.</summary>
    public static readonly ReleaseSubset LatestYear = new("latest-year", "the same, in the latest year alone");

    public static IReadOnlyList<ReleaseSubset> All { get; } = [YearAsJanuary, FullDates, KnownDays, EarlierYears, LatestYear];

    /// <summary>The month that a song counts for in this subset; null where it is not part of it.</summary>
    /// <param name="latest">The latest year of any release in the data.</param>
    internal int? MonthOf(Song song, int latest) => song.Released switch
    {
        null => null,
        { Month: var month } when this == YearAsJanuary => month ?? 1,
        { Month: { } month, Day: { } day, Year: var year } when this == FullDates || ((month, day) != (1, 1) && Holds(year, latest)) => month,
        _ => null,
    };

    private bool Holds(int year, int latest) => this == KnownDays || (this == EarlierYears && year < latest) || (this == LatestYear && year == latest);
}
