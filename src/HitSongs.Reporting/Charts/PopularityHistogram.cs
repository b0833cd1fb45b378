using System.Text.Json.Nodes;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Reporting.Charts;

internal static class PopularityHistogram
{
    public static Chart Of(DataCard card, SongProfile profile)
    {
        const string title = "How popular the songs are";
        var others = profile.Popularity.Sum(bin => bin.Others);
        var hits = profile.Popularity.Sum(bin => bin.Hits);
        var alt = $"Stacked histogram of {hits + others:N0} songs by popularity, 0 to 100: {hits:N0} hits (popularity {card.HitThreshold:0.##} or more) "
            + $"and {others:N0} others.{Peak(profile.Popularity)}";
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 400;
        spec["height"] = 230;
        spec["data"] = VegaLite.Values(profile.Popularity.SelectMany(Rows));
        spec["mark"] = new JsonObject { ["type"] = "bar", ["binSpacing"] = 1 };
        spec["encoding"] = Encoding();
        return new Chart(
            "popularity",
            title,
            $"Songs from popularity {card.HitThreshold:0.##} on count as hits.",
            alt,
            spec,
            new DataTable(
                ["Popularity", "Hits", "Others"],
                [.. profile.Popularity.Select(bin => new[] { $"{bin.Low:0.##} to {bin.High:0.##}", $"{bin.Hits:N0}", $"{bin.Others:N0}" })]));
    }

    private static JsonObject Encoding()
    {
        var x = VegaLite.Field("low", "quantitative", "Popularity (0 to 100)");
        x["bin"] = "binned";
        var y = VegaLite.Field("songs", "quantitative", "Number of songs");
        y["stack"] = true;
        return new JsonObject
        {
            ["x"] = x,
            ["x2"] = new JsonObject { ["field"] = "high" },
            ["y"] = y,
            ["color"] = VegaLite.HitColours("kind"),
            ["tooltip"] = VegaLite.Tooltip(("kind", "Songs that are", null), ("low", "Popularity from", ""), ("high", "to", ""), ("songs", "Number of songs", ",")),
        };
    }

    private static IEnumerable<JsonObject> Rows(PopularityBin bin)
    {
        yield return new JsonObject { ["low"] = bin.Low, ["high"] = bin.High, ["kind"] = "hits", ["songs"] = bin.Hits };
        yield return new JsonObject { ["low"] = bin.Low, ["high"] = bin.High, ["kind"] = "others", ["songs"] = bin.Others };
    }

    private static string Peak(IReadOnlyList<PopularityBin> bins) =>
        bins.MaxBy(bin => bin.Hits + bin.Others) is { } peak ? $" Most songs lie between {peak.Low:0.##} and {peak.High:0.##}." : "";
}
