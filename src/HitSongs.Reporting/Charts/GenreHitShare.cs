using System.Text.Json.Nodes;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Reporting.Charts;

internal static class GenreHitShare
{
    // More bars than this no longer fit a page; the table under the chart has them all.
    private const int Shown = 25;

    public static Chart Of(SongProfile profile)
    {
        const string title = "Which genres hold hits";
        var shown = profile.Genres.Where(genre => genre.Songs > 0).Take(Shown).OrderByDescending(Share).ToList();
        var left = profile.Genres.Count - shown.Count;
        var alt = shown.Count == 0
            ? "No genres."
            : $"Bars of the share of hits in {shown.Count} genres, from {shown[0].Genre} ({Share(shown[0]):P0} of {shown[0].Songs:N0} songs) "
                + $"to {shown[^1].Genre} ({Share(shown[^1]):P0} of {shown[^1].Songs:N0} songs).";
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 330;
        spec["height"] = new JsonObject { ["step"] = 22 };
        spec["data"] = VegaLite.Values(shown.Select(Row));
        spec["encoding"] = new JsonObject { ["y"] = GenreAxis() };
        spec["layer"] = new JsonArray(Bars(), Labels());
        return new Chart(
            "genres",
            title,
            "Share of a genre's songs that are hits, with hits and songs beside it. Few songs make an uncertain share."
                + (left > 0 ? $" {left} genres with fewer songs are in the table only." : ""),
            alt,
            spec,
            new DataTable(
                ["Genre", "Songs", "Hits", "Share of hits"],
                [.. profile.Genres.Select(genre => new[] { genre.Genre, $"{genre.Songs:N0}", $"{genre.Hits:N0}", $"{Share(genre):P1}" })]));
    }

    private static double Share(GenreCount genre) => genre.Songs == 0 ? 0 : (double)genre.Hits / genre.Songs;

    private static JsonObject Row(GenreCount genre) => new()
    {
        ["genre"] = genre.Genre,
        ["share"] = Math.Round(Share(genre), 4),
        ["label"] = $"{genre.Hits:N0} of {genre.Songs:N0}",
    };

    private static JsonObject GenreAxis()
    {
        var y = VegaLite.Field("genre", "nominal", "Genre");
        y["sort"] = null;
        y["axis"] = new JsonObject { ["labelLimit"] = 130, ["ticks"] = false, ["domain"] = false };
        return y;
    }

    private static JsonObject ShareAxis()
    {
        var x = VegaLite.Field("share", "quantitative", "Share of hits (%)");
        x["axis"] = new JsonObject { ["format"] = "%", ["tickCount"] = 5 };
        // Room for the label of a bar that reaches 100 %.
        x["scale"] = new JsonObject { ["domain"] = new JsonArray(0, 1) };
        return x;
    }

    private static JsonObject Bars() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "bar", ["color"] = VegaLite.HitColour, ["height"] = 14 },
        ["encoding"] = new JsonObject { ["x"] = ShareAxis(), ["tooltip"] = VegaLite.Tooltip(("genre", "Genre", null), ("share", "Share of hits", ".1%"), ("label", "Hits", null)) },
    };

    private static JsonObject Labels() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["dx"] = 5 },
        ["encoding"] = new JsonObject { ["x"] = ShareAxis(), ["text"] = VegaLite.Field("label", "nominal") },
    };
}
