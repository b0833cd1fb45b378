using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>The mean of a Gaussian process over songs: each prediction is a weighted sum over the kernel of it and each training song.</summary>
/// <param name="weights">Of each training song, for popularity and then for a hit.</param>
internal sealed class KernelModel(FeatureEncoder encoder, NormalScores scores, Kernel kernel, KernelPoints training, double[] means, float[][] weights)
    : TrainedModel
{
    internal const string Name = "kernel";
    private const int Targets = 2;

    /// <summary>A regression of hits on 0 and 1 is no probability; it is kept this far from certain.</summary>
    private const double SmallestProbability = 0.003;

    internal override string Kind => Name;

    public static KernelModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, KernelRecipe recipe, int seed)
    {
        var encoder = FeatureEncoder.Fit(songs, new EncodingOptions(set) { Encoding = CategoryEncoding.Code, CategoryNames = ["genre", "subgenre", "style"] });
        var drawn = Draw(songs, recipe.MostSongs, seed);
        var features = encoder.Encode(drawn.Select(song => song.Song).ToList());
        var scores = NormalScores.Fit(features, KernelPoints.RankedColumns(encoder));
        var points = KernelPoints.Of(features, encoder, scores);
        var kernel = Kernel.Of(recipe, set);
        double[] means = [drawn.Average(song => song.Popularity), drawn.Average(song => song.Hit ? 1.0 : 0.0)];
        var gram = Gram(kernel, points, set is FeatureSet.Audio ? recipe.NoiseAlone : recipe.Noise);
        var popularity = ConjugateGradients.Solve(gram, [.. drawn.Select(song => (float)(song.Popularity - means[0]))]);
        var hit = ConjugateGradients.Solve(gram, [.. drawn.Select(song => (float)((song.Hit ? 1 : 0) - means[1]))]);
        return new KernelModel(encoder, scores, kernel, points, means, [KernelPoints.Filled(popularity), KernelPoints.Filled(hit)]);
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var points = KernelPoints.Of(encoder.Encode(songs), encoder, scores);
        var rows = new KernelRow(kernel, training);
        var (popularities, probabilities) = (new double[songs.Count], new double[songs.Count]);
        for (var row = 0; row < songs.Count; row++)
        {
            var near = MemoryMarshal.Cast<Vector<float>, float>(rows.Of(points, row, KernelPoints.VectorsOf(training.Count)));
            popularities[row] = means[0] + TensorPrimitives.Dot(near, weights[0]);
            probabilities[row] = Math.Clamp(means[1] + TensorPrimitives.Dot(near, weights[1]), SmallestProbability, 1 - SmallestProbability);
        }

        return Pair(songs, popularities, probabilities);
    }

    internal static KernelModel Load(JsonNode state)
    {
        var encoder = FeatureEncoder.Load(state.Part("encoder"));
        var scores = NormalScores.Load(state.Part("scores"));
        if (scores.Columns != KernelPoints.RankedColumns(encoder).Count)
            throw new FormatException("'scores' has another number of columns");
        var points = KernelPoints.Load(state.Part("training"), KernelPoints.Width(encoder));
        float[][] weights = [.. state.Singles("weights", points.Count * Targets).Chunk(points.Count).Select(KernelPoints.Filled)];
        return new KernelModel(encoder, scores, Kernel.Load(state), points, state.Numbers("means", Targets), weights);
    }

    private protected override JsonObject State() => new()
    {
        ["encoder"] = encoder.Save(),
        ["scores"] = scores.Save(),
        ["kernel"] = kernel.Save(),
        ["training"] = training.Save(),
        ["means"] = Json.Numbers(means),
        ["weights"] = Json.Singles(weights.SelectMany(column => column.Take(training.Count)).ToArray()),
    };

    /// <returns>The kernel matrix of the songs: row i has the i + 1 numbers to the diagonal, which has the noise on it.</returns>
    private static float[][] Gram(Kernel kernel, KernelPoints points, double noise)
    {
        var rows = new KernelRow(kernel, points);
        var gram = new float[points.Count][];
        for (var row = 0; row < points.Count; row++)
        {
            gram[row] = MemoryMarshal.Cast<Vector<float>, float>(rows.Of(points, row, KernelPoints.VectorsOf(row + 1)))[..(row + 1)].ToArray();
            gram[row][row] += (float)noise;
        }

        return gram;
    }

    private static IReadOnlyList<LabelledSong> Draw(IReadOnlyList<LabelledSong> songs, int most, int seed) =>
        songs.Count <= most ? songs : SeededRandom.Shuffled(songs, seed)[..most];
}
