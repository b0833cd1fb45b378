using System.Text.Json.Nodes;

namespace HitSongs.Cli.Reporting;

/// <summary>What all charts share: size, type, palette, and short ways to write the parts of a specification.</summary>
internal static class VegaLite
{
    // Okabe and Ito's palette, told apart with every common kind of colour blindness.
    // The report's style sheet names the same values to lighten them on a dark page.
    public const string HitColour = "#D55E00";
    public const string OtherColour = "#0072B2";
    public const string InkColour = "#3A3F47";
    public const string GridColour = "#E3E5E8";

    /// <summary>An empty chart with title, description and the common look.</summary>
    public static JsonObject Spec(string title, string description) => new()
    {
        ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json",
        ["title"] = title,
        ["description"] = description,
        ["background"] = null,
        ["padding"] = 8,
        ["config"] = Config(),
    };

    public static JsonObject Values(IEnumerable<JsonObject> rows) => new() { ["values"] = new JsonArray([.. rows]) };

    public static JsonObject Field(string field, string type, string? title = null) => title is null
        ? new() { ["field"] = field, ["type"] = type }
        : new() { ["field"] = field, ["type"] = type, ["title"] = title };

    /// <summary>Colour by a field that says "hits" or "others".</summary>
    public static JsonObject HitColours(string field)
    {
        var colour = Field(field, "nominal", "");
        colour["scale"] = new JsonObject { ["domain"] = new JsonArray("hits", "others"), ["range"] = new JsonArray(HitColour, OtherColour) };
        colour["legend"] = new JsonObject { ["orient"] = "top", ["direction"] = "horizontal" };
        return colour;
    }

    private static JsonObject Config() => new()
    {
        ["font"] = "sans-serif",
        ["view"] = new JsonObject { ["stroke"] = null },
        ["title"] = new JsonObject { ["anchor"] = "start", ["fontSize"] = 15, ["color"] = InkColour, ["subtitleColor"] = InkColour, ["subtitleFontSize"] = 12, ["offset"] = 12 },
        ["axis"] = new JsonObject
        {
            ["labelFontSize"] = 12,
            ["titleFontSize"] = 12,
            ["titleFontWeight"] = "normal",
            ["titlePadding"] = 8,
            ["labelColor"] = InkColour,
            ["titleColor"] = InkColour,
            ["domainColor"] = InkColour,
            ["tickColor"] = InkColour,
            ["gridColor"] = GridColour,
        },
        ["legend"] = new JsonObject { ["labelFontSize"] = 12, ["labelColor"] = InkColour, ["titleColor"] = InkColour },
        ["text"] = new JsonObject { ["fontSize"] = 11, ["color"] = InkColour },
    };
}
