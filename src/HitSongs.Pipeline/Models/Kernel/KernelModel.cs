using System.Numerics;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>The mean of a Gaussian process over songs: each prediction is a weighted sum over the training songs that are like it.</summary>
/// <param name="weights">Of each training song for popularity and for a hit, side by side.</param>
internal sealed class KernelModel(FeatureEncoder encoder, NormalScores scores, Likeness likeness, KernelPoints training, double[] means, float[] weights)
    : TrainedModel
{
    internal const string Name = "kernel";
    private const int Targets = 2;

    /// <summary>A regression of hits on 0 and 1 is no probability; it is kept this far from certain.</summary>
    private const double SmallestProbability = 0.003;

    private readonly KernelColumns columns = new(training);
    private readonly Vector<float>[][] weightsOf = KernelColumns.Columns(weights, training.Count, Targets);

    internal override string Kind => Name;

    public static KernelModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, KernelRecipe recipe, int seed)
    {
        var encoder = FeatureEncoder.Fit(songs, new EncodingOptions(set) { Categories = [CategoryEncoding.Code], CategoryNames = ["genre", "subgenre", "style"] });
        var drawn = Draw(songs, recipe.MostSongs, seed);
        var features = encoder.Encode(drawn.Select(song => song.Song).ToList());
        var scores = NormalScores.Fit(features, KernelPoints.RankedColumns(encoder));
        var points = KernelPoints.Of(features, encoder, scores);
        var likeness = Likeness.Of(recipe, set);
        double[] means = [drawn.Average(song => song.Popularity), drawn.Average(song => song.Hit ? 1.0 : 0.0)];
        var gram = Gram(likeness, points, set is FeatureSet.Audio ? recipe.NoiseAlone : recipe.Noise);
        var popularity = ConjugateGradients.Solve(gram, [.. drawn.Select(song => (float)(song.Popularity - means[0]))]);
        var hit = ConjugateGradients.Solve(gram, [.. drawn.Select(song => (float)((song.Hit ? 1 : 0) - means[1]))]);
        return new KernelModel(encoder, scores, likeness, points, means, [.. popularity.Zip(hit, (a, b) => new[] { a, b }).SelectMany(pair => pair)]);
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var points = Points(encoder.Encode(songs));
        var line = new LikenessLine(likeness, columns);
        var (popularities, probabilities) = (new double[songs.Count], new double[songs.Count]);
        for (var row = 0; row < songs.Count; row++)
        {
            var like = line.Of(points, row);
            popularities[row] = means[0] + Closeness.Dot(like, weightsOf[0]);
            probabilities[row] = Probability(Closeness.Dot(like, weightsOf[1]));
        }

        return Pair(songs, popularities, probabilities);
    }

    internal static KernelModel Load(JsonNode state)
    {
        var encoder = FeatureEncoder.Load(state.Part("encoder"));
        var ranked = KernelPoints.RankedColumns(encoder);
        var scores = NormalScores.Load(state.Part("scores"));
        if (scores.Columns != ranked.Count)
            throw new FormatException("'scores' has another number of columns");
        var rest = ranked.Count(column => encoder.Columns[column].Group is not FeatureGroup.Audio && encoder.Names[column] != "year");
        var points = KernelPoints.Load(state.Part("training"), rest);
        return new KernelModel(
            encoder, scores, Likeness.Load(state.Part("likeness")), points, state.Numbers("means", Targets), state.Singles("weights", points.Count * Targets));
    }

    internal override JsonObject Save() => new()
    {
        ["encoder"] = encoder.Save(),
        ["scores"] = scores.Save(),
        ["likeness"] = likeness.Save(),
        ["training"] = training.Save(),
        ["means"] = Json.Numbers(means),
        ["weights"] = Json.Singles(weights),
    };

    private KernelPoints Points(FeatureMatrix rows) => KernelPoints.Of(rows, encoder, scores);

    private double Probability(float answer) => Math.Clamp(means[1] + answer, SmallestProbability, 1 - SmallestProbability);

    /// <returns>Likenesses of songs among themselves: row i has the i + 1 numbers to the diagonal, which has the noise on it.</returns>
    private static float[][] Gram(Likeness likeness, KernelPoints points, double noise)
    {
        var line = new LikenessLine(likeness, new KernelColumns(points));
        var gram = new float[points.Count][];
        for (var row = 0; row < points.Count; row++)
        {
            gram[row] = line.Of(points, row, row + 1).ToArray();
            gram[row][row] += (float)noise;
        }

        return gram;
    }

    private static IReadOnlyList<LabelledSong> Draw(IReadOnlyList<LabelledSong> songs, int most, int seed)
    {
        if (songs.Count <= most)
            return songs;
        var all = songs.ToArray();
        new SeededRandom(seed).Shuffle(all.AsSpan());
        return all[..most];
    }
}
