namespace HitSongs.Pipeline.Features;

/// <summary>Features of a release date, to the precision that it has: the month of a year alone is missing, never January.</summary>
internal static class ReleaseFeatures
{
    private static readonly string[] Seasons = ["winter", "spring", "summer", "autumn"];

    /// <summary>Seasons are those of the northern hemisphere.</summary>
    public static IReadOnlyList<NumberFeature> All { get; } =
    [
        Feature("year", r => r.Year),
        Feature("month", r => r.Month ?? double.NaN),
        // On the circle December is as near to January as to November.
        Feature("month_sine", r => Math.Sin(Angle(r))),
        Feature("month_cosine", r => Math.Cos(Angle(r))),
        .. Seasons.Select((name, season) => new NumberFeature(
            $"season={name}",
            FeatureGroup.Release,
            song => song.Released?.Month is { } month && month % 12 / 3 == season ? 1 : 0)),
        Feature("day_of_week", r => DayOfWeek(r) ?? double.NaN),
        new("friday", FeatureGroup.Release, song => DayOfWeek(song.Released) == (int)System.DayOfWeek.Friday ? 1 : 0),
        new("date_partial", FeatureGroup.Release, song => song.Released?.Day is null ? 1 : 0),
        // Most of these are placeholders for an unknown day.
        new("first_of_january", FeatureGroup.Release, song => song.Released is { Month: 1, Day: 1 } ? 1 : 0),
    ];

    /// <summary>Day of the week, 0 Sunday to 6 Saturday; null unless the date is complete and exists.</summary>
    public static int? DayOfWeek(ReleaseDate? released) =>
        released is { Year: >= 1 and <= 9999, Month: { } month and >= 1 and <= 12, Day: { } day and >= 1 } && day <= DateTime.DaysInMonth(released.Year, month)
            ? (int)new DateTime(released.Year, month, day).DayOfWeek
            : null;

    private static NumberFeature Feature(string name, Func<ReleaseDate, double> of) =>
        new(name, FeatureGroup.Release, song => song.Released is { } released ? of(released) : double.NaN);

    private static double Angle(ReleaseDate released) => 2 * Math.PI * (released.Month - 1) / 12 ?? double.NaN;
}
