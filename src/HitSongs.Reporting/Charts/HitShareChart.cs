using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Charts;

/// <summary>Shares of hits by month or season, with Wilson intervals and counts.</summary>
public static class HitShareChart
{
    /// <param name="by">"month" or "season".</param>
    public static Chart Of(string id, string by, IReadOnlyList<HitShare> shares)
    {
        var (hits, songs) = (shares.Sum(share => share.Hits), shares.Sum(share => share.Songs));
        var known = shares.Where(share => share.Songs > 0).ToList();
        var (most, least) = (known.MaxBy(Share), known.MinBy(Share));
        return IntervalChart.Of(
            id,
            $"Hits by {by} of release",
            $"Share of hits among the {songs:N0} songs whose {by} of release is known, with 95 % intervals (Wilson) and the number of songs. The dashed line "
                + "is the share among all of them.",
            $"Share of hits by {by} of release"
                + (
                    most is null || least is null
                        ? "."
                        : $": highest in {most.Name} ({Share(most):P0} of {most.Songs:N0} songs), lowest in {least.Name} ({Share(least):P0} of "
                            + $"{least.Songs:N0})."
                ),
            Words.Title(by),
            "Share of hits (%)",
            "songs",
            NumberFormat.Share,
            [.. known.Select(share => new NamedEstimate(share.Name, Share(share), share.Low, share.High, share.Songs))],
            songs > 0 ? (double)hits / songs : null);
    }

    private static double Share(HitShare share) => share.Songs == 0 ? double.NaN : (double)share.Hits / share.Songs;
}
