using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>Songs as kernel regression sees them: points in audio, year and the rest, and codes of categories.</summary>
/// <param name="Count">Number of songs.</param>
/// <param name="Audio">Count × <see cref="AudioWidth"/>.</param>
/// <param name="Year">Count numbers; 0 where the release is not told.</param>
/// <param name="Rest">Count × RestWidth; empty where the set has none.</param>
/// <param name="Codes">Count × 3: genre, subgenre, style; −1 for a category that training has not seen.</param>
internal sealed record KernelPoints(int Count, float[] Audio, float[] Year, float[] Rest, int RestWidth, float[] Codes)
{
    public const int Categories = 3;

    /// <summary>How much each audio feature counts, as a normal score. Settled by trial on the public songs.</summary>
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
    public static int AudioWidth => Scored.Length + Plain.Length + 1;

    public ReadOnlySpan<float> AudioOf(int row) => Audio.AsSpan(row * AudioWidth, AudioWidth);

    public ReadOnlySpan<float> RestOf(int row) => Rest.AsSpan(row * RestWidth, RestWidth);

    public ReadOnlySpan<float> CodesOf(int row) => Codes.AsSpan(row * Categories, Categories);

    /// <summary>The columns of an encoder that are ranked: audio, year and the rest. Raw month and day of the week are circles cut open, and left out.</summary>
    public static List<int> RankedColumns(FeatureEncoder encoder) => Enumerable.Range(0, encoder.Columns.Count)
        .Where(i => encoder.Columns[i].Group is not FeatureGroup.Genre && encoder.Names[i] is not ("month" or "day_of_week"))
        .ToList();

    public static KernelPoints Of(FeatureMatrix features, FeatureEncoder encoder, NormalScores scores)
    {
        var ranked = RankedColumns(encoder);
        var year = ranked.FindIndex(column => encoder.Names[column] == "year");
        var rest = Enumerable.Range(0, ranked.Count).Where(i => i != year && encoder.Columns[ranked[i]].Group is not FeatureGroup.Audio).ToArray();
        var codes = Enumerable.Range(0, encoder.Columns.Count).Where(i => encoder.Columns[i].Group is FeatureGroup.Genre).ToArray();
        var points = new KernelPoints(
            features.Rows, new float[features.Rows * AudioWidth], new float[features.Rows], new float[features.Rows * rest.Length], rest.Length, new float[features.Rows * Categories]);
        for (var row = 0; row < features.Rows; row++)
        {
            PlaceAudio(features, row, scores, points.Audio.AsSpan(row * AudioWidth, AudioWidth));
            points.Year[row] = year < 0 ? 0 : (float)scores.Of(year, features[row, ranked[year]]);
            for (var i = 0; i < rest.Length; i++)
                points.Rest[(row * rest.Length) + i] = (float)scores.Of(rest[i], features[row, ranked[rest[i]]]);
            for (var i = 0; i < Categories; i++)
                points.Codes[(row * Categories) + i] = i < codes.Length && features[row, codes[i]] is var code && !float.IsNaN(code) ? code : -1;
        }

        return points;
    }

    public static KernelPoints Load(JsonNode state, int restWidth)
    {
        var count = state.Whole("count", 1, 1_000_000);
        return new KernelPoints(
            count, state.Singles("audio", count * AudioWidth), state.Singles("year", count), state.Singles("rest", count * restWidth), restWidth, state.Singles("codes", count * Categories));
    }

    public JsonObject Save() => new()
    {
        ["count"] = Count,
        ["audio"] = Json.Singles(Audio),
        ["year"] = Json.Singles(Year),
        ["rest"] = Json.Singles(Rest),
        ["codes"] = Json.Singles(Codes),
    };

    private static void PlaceAudio(FeatureMatrix features, int row, NormalScores scores, Span<float> place)
    {
        var next = 0;
        foreach (var (feature, weight) in Scored)
            place[next++] = weight * (float)scores.Of((int)feature, features[row, (int)feature]);
        foreach (var (feature, usual, weight) in Plain)
        {
            var value = features[row, (int)feature];
            // An absurd value must not be infinitely far from everything.
            place[next++] = float.IsNaN(value) ? 0 : Math.Clamp(weight * (value - usual), -4, 4);
        }

        place[next] = features[row, (int)AudioFeature.Instrumentalness] > 0 ? 0.5f : 0;
    }
}
