using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>Songs as a kernel sees them, coordinate by coordinate: audio, year, codes of categories, and the rest.</summary>
/// <param name="Count">Number of songs.</param>
/// <param name="Columns">Each as long as <see cref="Count"/>, filled up with zeros to whole vectors. A code is −1 for a category that training has not
/// seen.</param>
internal sealed record KernelPoints(int Count, float[][] Columns)
{
    /// <summary>Weight of each audio feature, as a normal score. Settled by trial on the public songs.</summary>
    private static readonly (AudioFeature Feature, float Weight)[] Scored =
    [
        (AudioFeature.Danceability, 0.4f), (AudioFeature.Energy, 1.4f), (AudioFeature.Loudness, 1), (AudioFeature.Speechiness, 0.3f),
        (AudioFeature.Acousticness, 0.8f), (AudioFeature.Instrumentalness, 0.8f), (AudioFeature.Liveness, 0.65f), (AudioFeature.Valence, 0.55f),
        (AudioFeature.Tempo, 0.35f), (AudioFeature.DurationMs, 0.85f),
    ];

    /// <summary>Features that also count as they are, around a usual value that stands for a missing one.</summary>
    private static readonly (AudioFeature Feature, float Usual, float Weight)[] Plain =
    [
        (AudioFeature.Loudness, -8, 0.2f), (AudioFeature.Acousticness, 0.25f, 2), (AudioFeature.Instrumentalness, 0.2f, 1),
        (AudioFeature.TimeSignature, 4, 0.5f), (AudioFeature.Mode, 0.5f, 0.3f),
    ];

    /// <summary>One more column tells whether there is any instrumentalness at all.</summary>
    private static readonly int AudioWidth = Scored.Length + Plain.Length + 1;

    public static Range Audio => ..AudioWidth;

    /// <summary>0 where the release is not told.</summary>
    public static Range Year => AudioWidth..(AudioWidth + 1);

    /// <summary>Genre, subgenre, style.</summary>
    public static Range Codes => (AudioWidth + 1)..(AudioWidth + 4);

    public static Range Rest => (AudioWidth + 4)..;

    /// <summary>Vectors that hold so many numbers.</summary>
    public static int VectorsOf(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count;

    public static ReadOnlySpan<Vector<float>> AsVectors(float[] column) => MemoryMarshal.Cast<float, Vector<float>>(column);

    /// <summary>The columns of an encoder that are ranked: audio, year and the rest. Raw month and day of the week are circles cut open, and left
    /// out.</summary>
    public static List<int> RankedColumns(FeatureEncoder encoder) => [.. Enumerable.Range(0, encoder.Columns.Count)
        .Where(i => encoder.Columns[i].Group is not FeatureGroup.Genre && encoder.Names[i] is not ("month" or "day_of_week"))];

    /// <summary>Number of columns of <see cref="Of"/>.</summary>
    public static int Width(FeatureEncoder encoder) => Rest.Start.Value + RestOf(encoder, RankedColumns(encoder)).Count;

    public static KernelPoints Of(FeatureMatrix features, FeatureEncoder encoder, NormalScores scores)
    {
        var ranked = RankedColumns(encoder);
        var year = ranked.FindIndex(column => encoder.Names[column] == "year");
        int[] codes = [.. Enumerable.Range(0, encoder.Columns.Count).Where(i => encoder.Columns[i].Group is FeatureGroup.Genre)];
        return new KernelPoints(features.Rows,
        [
            .. Scored.Select(of => Column(row => of.Weight * (float)scores.Of((int)of.Feature, features[row, (int)of.Feature]))),
            // An absurd value must not be infinitely far from everything.
            .. Plain.Select(of => Column(row =>
                features[row, (int)of.Feature] is var value && float.IsNaN(value) ? 0 : Math.Clamp(of.Weight * (value - of.Usual), -4, 4))),
            Column(row => features[row, (int)AudioFeature.Instrumentalness] > 0 ? 0.5f : 0),
            Column(row => year < 0 ? 0 : (float)scores.Of(year, features[row, ranked[year]])),
            .. Enumerable.Range(0, 3).Select(i => Column(row => i < codes.Length && features[row, codes[i]] is var code && !float.IsNaN(code) ? code : -1)),
            .. RestOf(encoder, ranked).Select(i => Column(row => (float)scores.Of(i, features[row, ranked[i]]))),
        ]);

        float[] Column(Func<int, float> value)
        {
            var column = new float[VectorsOf(features.Rows) * Vector<float>.Count];
            for (var row = 0; row < features.Rows; row++)
                column[row] = value(row);
            return column;
        }
    }

    public static KernelPoints Load(JsonNode state, int width)
    {
        var count = state.Whole("count", 1, 1_000_000);
        var numbers = state.Singles("columns", count * width);
        return new KernelPoints(count, [.. numbers.Chunk(count).Select(Filled)]);
    }

    public JsonObject Save() => new() { ["count"] = Count, ["columns"] = Json.Singles(Columns.SelectMany(column => column.Take(Count)).ToArray()) };

    /// <summary>A column, filled up with zeros to whole vectors.</summary>
    public static float[] Filled(float[] column)
    {
        Array.Resize(ref column, VectorsOf(column.Length) * Vector<float>.Count);
        return column;
    }

    private static List<int> RestOf(FeatureEncoder encoder, List<int> ranked) =>
        [.. Enumerable.Range(0, ranked.Count).Where(i => encoder.Columns[ranked[i]].Group is not FeatureGroup.Audio && encoder.Names[ranked[i]] != "year")];
}
