using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace HitSongs.Reporting.Exports;

/// <summary>Format of exports in JSON: readable in every language, safe in a page and on a terminal.</summary>
internal static class ExportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(JsonObject content) => Plain(content)!.ToJsonString(Options) + "\n";

    /// <summary>The same with every text made plain, so that none can be forgotten where the content is put together.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Plain(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(PlainText.Of(text)),
        _ => node?.DeepClone(),
    };
}
