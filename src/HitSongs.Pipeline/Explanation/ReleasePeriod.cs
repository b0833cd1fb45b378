namespace HitSongs.Pipeline.Explanation;

/// <summary>Parts of the year in which songs are released.</summary>
public enum ReleasePeriod
{
    /// <summary>January to December.</summary>
    Month,

    /// <summary>Winter (December to February), spring, summer and autumn of the northern hemisphere.</summary>
    Season,
}

/// <summary>Names of months and seasons.</summary>
public static class ReleasePeriods
{
    private static readonly string[] Months =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Seasons = ["winter", "spring", "summer", "autumn"];

    /// <summary>Names in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names(this ReleasePeriod period) => period is ReleasePeriod.Month ? Months : Seasons;

    /// <summary>Position of a month among <see cref="Names"/>.</summary>
    /// <param name="month">1 to 12.</param>
    internal static int Of(this ReleasePeriod period, int month) => period is ReleasePeriod.Month ? month - 1 : month % 12 / 3;
}
