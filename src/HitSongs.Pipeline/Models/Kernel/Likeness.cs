using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>How much songs tell of each other: a sum of products of likenesses in single respects.</summary>
/// <param name="Weights">Strengths and scales, in the order of <see cref="Of"/>.</param>
internal sealed record Likeness(bool AudioAlone, double[] Weights)
{
    private const int Count = 15;

    /// <summary>Of having anything in common; one part of it is there for all songs.</summary>
    public Strength Categories => AudioAlone ? new Strength(1, 0, 0) : new Strength(1, Weights[0], Weights[1]);

    public double Style => AudioAlone ? 0 : Weights[2];

    public Strength Audio => new(Weights[3], 0, AudioAlone ? 0 : Weights[4]);

    public double AudioScale => Weights[5];

    public Strength Year => new(Weights[6], Weights[7], Weights[8]);

    public double YearScale => Weights[9];

    public Strength Rest => new(Weights[10], Weights[11], Weights[12]);

    public double RestScale => Weights[13];

    /// <summary>Whether year and rest count at all.</summary>
    public bool Everything => !AudioAlone && Weights[^1] > 0;

    public static Likeness Of(KernelRecipe r, FeatureSet set) => new(
        set is FeatureSet.Audio,
        [
            r.Genre, r.Subgenre, r.Style, set is FeatureSet.Audio ? r.AudioAlone : r.Audio, r.AudioInSubgenre, r.AudioScale,
            r.Year, r.YearInGenre, r.YearInSubgenre, r.YearScale, r.Rest, r.RestInGenre, r.RestInSubgenre, r.RestScale, set is FeatureSet.All ? 1 : 0,
        ]);

    public static Likeness Load(JsonNode state) => new(state.Whole("audio_alone", 0, 1) == 1, state.Numbers("weights", Count));

    public JsonObject Save() => new() { ["audio_alone"] = AudioAlone ? 1 : 0, ["weights"] = Json.Numbers(Weights) };
}
