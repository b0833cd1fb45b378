using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Programs.Notebooks;

/// <summary>What cells of a notebook see of the harness beside the pipeline.</summary>
public static class Session
{
    /// <summary>Hands songs to the analyses in the cells below; forgets what was observed so far.</summary>
    public static void Given(IReadOnlyList<LabelledSong> songs) => Given(JsonSerializer.Serialize(new { songs }, Protocol.Json));

    /// <summary>Hands inputs to the demonstrations in the cells below; forgets what was observed so far.</summary>
    /// <param name="json">An object: the inputs by name.</param>
    public static void Given(string json) => Demonstration.Begin(JsonSerializer.Deserialize<JsonElement>(json, Protocol.Json));

    /// <summary>Hands songs to the model in the cells below; forgets its predictions so far.</summary>
    /// <param name="training">Songs with labels.</param>
    /// <param name="test">Songs to predict.</param>
    /// <param name="seed">For whatever the model draws at random.</param>
    public static void Given(IReadOnlyList<LabelledSong> training, IEnumerable<LabelledSong> test, int seed) =>
        Modelling.Begin(new ModelTask(training, [.. test.Select(song => song.Song)], seed));

    /// <summary>What the model said since the last call of <see cref="Given(IReadOnlyList{LabelledSong}, IEnumerable{LabelledSong}, int)"/>.</summary>
    public static IReadOnlyList<Prediction> Predictions => [.. Modelling.Predictions];

    /// <summary>A chart of the report, shown where it is the last expression of a cell.</summary>
    public static ReportChart Chart(string id) => new(id);
}

/// <summary>Stands for a chart until the notebook is written.</summary>
public sealed record ReportChart(string Id);
