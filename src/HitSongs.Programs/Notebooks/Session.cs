using System.Text.Json;
using HitSongs.Demonstrations;
using HitSongs.Transformers;

namespace HitSongs.Programs.Notebooks;

/// <summary>The harness's API for cells of a notebook, beside the pipeline.</summary>
public static class Session
{
    /// <summary>Hands songs to the analyses in the cells below; forgets what was observed so far.</summary>
    public static void Given(IReadOnlyList<LabelledSong> songs) => Given(JsonSerializer.Serialize(new { songs }, Protocol.Json));

    /// <summary>Hands inputs to the demonstrations in the cells below; forgets what was observed so far.</summary>
    /// <param name="json">An object: the inputs by name.</param>
    public static void Given(string json)
    {
        NativeParts.Find();
        ObservedValues.Convert = TensorValues.Of;
        logging.writer = Console.Error; // not one that the program before chose, and closed at its end
        Demonstration.Begin(JsonSerializer.Deserialize<JsonElement>(json, Protocol.Json));
        Plotting.Begin();
    }

    /// <summary>Observations and figures of this cell's program, since the last call of <see cref="Given(string)"/>.</summary>
    public static ProgramOutput Shown() => ProgramOutput.Since(0);

    /// <summary>Hands songs to the model in the cells below; forgets its predictions so far, and what was observed.</summary>
    /// <param name="training">Songs with labels.</param>
    /// <param name="test">Songs to predict.</param>
    /// <param name="seed">For whatever the model draws at random.</param>
    public static void Given(IReadOnlyList<LabelledSong> training, IEnumerable<LabelledSong> test, int seed)
    {
        Given("{}"); // what the program before observed is no output of the model
        Modelling.Begin(new ModelTask(training, [.. test.Select(song => song.Song)], seed));
    }

    /// <summary>Model predictions since the last call of <see cref="Given(IReadOnlyList{LabelledSong}, IEnumerable{LabelledSong}, int)"/>.</summary>
    public static IReadOnlyList<Prediction> Predictions => [.. Modelling.Predictions];

    /// <summary>Records as a table.</summary>
    public static ShownTable Table(System.Collections.IEnumerable records) => new(records);

    /// <summary>A chart of the report, from the folder charts/ beside the notebook.</summary>
    public static ReportChart Chart(string id) => new(id);
}

/// <summary>A chart that the harness drew.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record ReportChart(string Id) : IShownAsHtml
{
    string IShownAsHtml.Html()
    {
        var file = Path.Combine("charts", $"{Path.GetFileName(Id)}.png");
        return File.Exists(file)
            ? $"<img alt=\"{System.Net.WebUtility.HtmlEncode(Id)}\" src=\"data:image/png;base64,{Convert.ToBase64String(File.ReadAllBytes(file))}\" "
                + "style=\"max-width: 100%\">"
            : $"The picture {file} is not beside this notebook: hitsongs report writes it.";
    }
}
