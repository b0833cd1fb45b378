using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Charts;

/// <summary>What all charts share: size, type, palette, and short ways to write the parts of a specification.</summary>
internal static class VegaLite
{
    // Okabe and Ito's palette, told apart with every common kind of colour blindness.
    // The report's style sheet names the same values to lighten them on a dark page.
    public const string HitColour = "#D55E00";
    public const string OtherColour = "#0072B2";
    public const string ThirdColour = "#009E73";
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

    /// <summary>What a reader is shown who points at a mark.</summary>
    /// <param name="fields">Field, its title, and its number format; a format of null for text.</param>
    public static JsonArray Tooltip(params (string Field, string Title, string? Format)[] fields) => [.. fields.Select(Told)];

    /// <summary>A line is thin: its points, unseen and larger than they look, are what a reader can point at.</summary>
    /// <param name="line">The layer of the line.</param>
    public static JsonObject Touch(JsonObject line, params (string Field, string Title, string? Format)[] fields)
    {
        var layer = line.DeepClone().AsObject();
        layer["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 120, ["opacity"] = 0 };
        layer["encoding"]!.AsObject().Remove("order");
        layer["encoding"]!["tooltip"] = Tooltip(fields);
        return layer;
    }

    private static JsonObject Told((string Field, string Title, string? Format) told)
    {
        var channel = Field(told.Field, told.Format is null ? "nominal" : "quantitative", told.Title);
        if (told.Format is not null)
        {
            channel["format"] = told.Format;
        }

        return channel;
    }

    /// <summary>Colour by a field that says "hits" or "others".</summary>
    public static JsonObject HitColours(string field)
    {
        var colour = Field(field, "nominal", "");
        colour["scale"] = new JsonObject { ["domain"] = new JsonArray("hits", "others"), ["range"] = new JsonArray(HitColour, OtherColour) };
        colour["legend"] = new JsonObject { ["orient"] = "top", ["direction"] = "horizontal" };
        return colour;
    }

    /// <summary>The same by shape, for readers who do not tell colours apart.</summary>
    public static JsonObject HitShapes(string field)
    {
        var shape = Field(field, "nominal", "");
        shape["scale"] = new JsonObject { ["domain"] = new JsonArray("hits", "others"), ["range"] = new JsonArray("circle", "diamond") };
        return shape;
    }

    private static JsonObject Config() => new()
    {
        ["font"] = "sans-serif",
        // Inside an image, marks that name themselves to screen readers are noise.
        ["aria"] = false,
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
