using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Demonstrations;
using HitSongs.Pipeline.Explanation;

/// <summary>The songs that an analysis was given, and the harness's own figures of them.</summary>
internal static class AnalysedSongs
{
    public static IReadOnlyList<LabelledSong> Of(JsonObject inputs) => inputs["songs"].Deserialize<LabelledSong[]>(Protocol.Json)!;

    /// <summary>By the names under which claims in answers refer to them.</summary>
    public static IReadOnlyDictionary<string, double> Figures(JsonObject inputs, bool importance = false) => NamedFigures.OfSongs(Of(inputs), importance);
}
