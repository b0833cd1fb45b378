using System.Numerics;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>Similarity of two songs: a sum of terms for what they share, and for how near they are in audio, year and the rest.</summary>
/// <param name="Categories">Of sharing a genre or a subgenre; one part of it is there for all songs.</param>
/// <param name="Scales">Of audio, year and the rest.</param>
internal sealed record Kernel(KernelWeight Categories, double Style, KernelWeight Audio, KernelWeight Year, KernelWeight Rest, double[] Scales)
{
    private const int Count = 16;
    private const double Largest = 1e6;

    public static Kernel Of(KernelRecipe recipe, FeatureSet set)
    {
        double[] scales = [recipe.AudioScale, recipe.YearScale, recipe.RestScale];
        return set switch
        {
            FeatureSet.Audio => new Kernel(new(1, 0, 0), 0, new(recipe.AudioAlone, 0, 0), default, default, scales),
            FeatureSet.AudioAndGenre => new Kernel(recipe.Categories, recipe.Style, recipe.Audio, default, default, scales),
            _ => new Kernel(recipe.Categories, recipe.Style, recipe.Audio, recipe.Year, recipe.Rest, scales),
        };
    }

    public static Kernel Load(JsonNode state)
    {
        var n = state.Numbers("kernel", Count);
        if (n.Any(number => number is < 0 or > Largest) || n[^3..].Any(scale => scale < 1 / Largest))
            throw new FormatException("'kernel' has a weight or a scale that is none");
        return new Kernel(new(n[0], n[1], n[2]), n[3], new(n[4], n[5], n[6]), new(n[7], n[8], n[9]), new(n[10], n[11], n[12]), n[13..]);
    }

    public JsonNode Save() => Json.Numbers([.. Categories.Numbers, Style, .. Audio.Numbers, .. Year.Numbers, .. Rest.Numbers, .. Scales]);
}

/// <summary>Weight of one term of a kernel.</summary>
/// <param name="Everywhere">Between any two songs.</param>
/// <param name="InGenre">So much more between songs of one genre.</param>
/// <param name="InSubgenre">So much more between songs of one subgenre, which lies within its genre.</param>
public readonly record struct KernelWeight(double Everywhere, double InGenre, double InSubgenre)
{
    internal double[] Numbers => [Everywhere, InGenre, InSubgenre];

    /// <param name="genre">1 where songs share the genre, else 0.</param>
    /// <param name="subgenre">1 where they share the subgenre.</param>
    internal Vector<float> Of(Vector<float> genre, Vector<float> subgenre) =>
        new Vector<float>((float)Everywhere) + (genre * (float)InGenre) + (subgenre * (float)InSubgenre);
}
