using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Leaks;
using HitSongs.Songs;

namespace HitSongs.Cli.Commands;

/// <summary>Leak findings as text and as JSON.</summary>
internal static class LeaksOutput
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(string model, DataCard card, IReadOnlyList<LeakFinding> findings, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(new JsonObject { ["model"] = model, ["synthetic"] = card.Synthetic, ["leak"] = Json(findings) }.ToJsonString(Indented));
            return;
        }

        output.WriteLine($"{model} on {card.Name}{(card.Synthetic ? " (synthetic)" : "")}: {card.RowsUsed} songs, {card.Hits} hits");
        WriteLines(findings, output);
    }

    public static void WriteLines(IEnumerable<LeakFinding> findings, TextWriter output)
    {
        foreach (var finding in findings)
            output.WriteLine($"{(finding.Found ? "leak" : "    ")} {finding.Statement}");
    }

    public static JsonArray Json(IReadOnlyList<LeakFinding> findings) => new([.. findings.Select(finding => (JsonNode)new JsonObject
    {
        ["id"] = finding.Id,
        ["found"] = finding.Found,
        ["measure"] = finding.Measure,
        ["value"] = TrainOutput.Finite(finding.Value),
        ["honest"] = TrainOutput.Finite(finding.Honest),
        ["statement"] = finding.Statement,
    })]);
}
