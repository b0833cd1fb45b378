using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace HitSongs.Pipeline;

/// <summary>How much songs tell of each other: a sum of products of likenesses in single respects.</summary>
/// <param name="Weights">Strengths and scales, in the order of <see cref="Of"/>.</param>
internal sealed record Likeness(bool AudioAlone, double[] Weights)
{
    private const int Count = 15;

    public static Likeness Of(KernelRecipe r, FeatureSet set) => new(
        set is FeatureSet.Audio,
        [
            r.Genre, r.Subgenre, r.Style, set is FeatureSet.Audio ? r.AudioAlone : r.Audio, r.AudioInSubgenre, r.AudioScale,
            r.Year, r.YearInGenre, r.YearInSubgenre, r.YearScale, r.Rest, r.RestInGenre, r.RestInSubgenre, r.RestScale, set is FeatureSet.All ? 1 : 0,
        ]);

    public static Likeness Load(JsonNode state) => new(state.Whole("audio_alone", 0, 1) == 1, state.Numbers("weights", Count));

    public JsonObject Save() => new() { ["audio_alone"] = AudioAlone ? 1 : 0, ["weights"] = Json.Numbers(Weights) };

    /// <returns>a.Count × b.Count numbers, in single precision.</returns>
    public Tensor Between(KernelPoints a, KernelPoints b)
    {
        var audio = Matern(Distance(a.Audio, b.Audio, a.Count, b.Count, KernelPoints.AudioWidth), Weights[5]);
        if (AudioAlone)
            return audio.mul_(Weights[3]).add_(1);

        using var genre = Same(a, b, 0);
        using var subgenre = Same(a, b, 1);
        var sum = Same(a, b, 2).mul_(Weights[2]).add_(1);
        sum.add_(genre, Weights[0]).add_(subgenre, Weights[1]);
        sum.add_(audio, Weights[3]).add_(audio.mul_(subgenre), Weights[4]);
        audio.Dispose();
        if (Weights[^1] > 0)
        {
            AddWithin(sum, Gauss(Distance(a.Year, b.Year, a.Count, b.Count, 1), Weights[9]), genre, subgenre, Weights.AsSpan(6, 3));
            AddWithin(sum, Gauss(Distance(a.Rest, b.Rest, a.Count, b.Count, a.RestWidth), Weights[13]), genre, subgenre, Weights.AsSpan(10, 3));
        }

        return sum;
    }

    /// <summary>Adds a likeness throughout, within genres and within subgenres; a subgenre lies within its genre.</summary>
    private static void AddWithin(Tensor sum, Tensor likeness, Tensor genre, Tensor subgenre, ReadOnlySpan<double> weights)
    {
        sum.add_(likeness, weights[0]);
        sum.add_(likeness.mul_(genre), weights[1]);
        sum.add_(likeness.mul_(subgenre), weights[2]);
        likeness.Dispose();
    }

    private static Tensor Same(KernelPoints a, KernelPoints b, int category)
    {
        using var scope = NewDisposeScope();
        // A category that training has not seen is −1 in songs to predict, and no training song has that.
        return Codes(a).unsqueeze(1).eq(Codes(b).unsqueeze(0)).to(ScalarType.Float32).MoveToOuterDisposeScope();

        Tensor Codes(KernelPoints points) => tensor(Enumerable.Range(0, points.Count).Select(i => points.Codes[(i * KernelPoints.Categories) + category]).ToArray());
    }

    /// <summary>Squared distances.</summary>
    private static Tensor Distance(float[] a, float[] b, int rows, int columns, int width)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(a, [rows, width]), tensor(b, [columns, width]));
        var products = x.mm(y.t()).mul_(-2);
        return products.add_(x.pow(2).sum(1).unsqueeze(1)).add_(y.pow(2).sum(1).unsqueeze(0)).clamp_min_(0).MoveToOuterDisposeScope();
    }

    private static Tensor Gauss(Tensor squares, double scale) => squares.mul_(-1 / (2 * scale * scale)).exp_();

    /// <summary>(1 + r) e^−r: less smooth than the bell curve, with a longer reach.</summary>
    private static Tensor Matern(Tensor squares, double scale)
    {
        var r = squares.mul_(3 / (scale * scale)).sqrt_();
        using var fading = r.neg().exp_();
        return r.add_(1).mul_(fading);
    }
}
