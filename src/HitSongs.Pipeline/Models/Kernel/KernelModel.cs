using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace HitSongs.Pipeline;

/// <summary>The mean of a Gaussian process over songs: each prediction is a weighted sum over the training songs that are like it.</summary>
internal sealed class KernelModel(FeatureEncoder encoder, NormalScores scores, Likeness likeness, KernelPoints training, double[] means, float[] weights)
    : TrainedModel
{
    internal const string Name = "kernel";
    private const int Targets = 2;
    private const int SongsAtATime = 1000;

    /// <summary>A regression of hits on 0 and 1 is no probability; it is kept this far from certain.</summary>
    private const double SmallestProbability = 0.003;

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
        float[] centred = [.. drawn.SelectMany(song => new[] { (float)(song.Popularity - means[0]), (float)((song.Hit ? 1 : 0) - means[1]) })];

        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var gram = likeness.Between(points, points);
        gram.diagonal().add_(set is FeatureSet.Audio ? recipe.NoiseAlone : recipe.Noise);
        var solved = cholesky_solve(tensor(centred, [drawn.Count, Targets]), linalg.cholesky(gram));
        return new KernelModel(encoder, scores, likeness, points, means, solved.data<float>().ToArray());
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var popularities = new List<double>(songs.Count);
        var probabilities = new List<double>(songs.Count);
        foreach (var some in songs.Chunk(SongsAtATime))
        {
            using var scope = NewDisposeScope();
            using var gradients = no_grad();
            var points = KernelPoints.Of(encoder.Encode(some), encoder, scores);
            var answers = likeness.Between(points, training).mm(tensor(weights, [training.Count, Targets])).data<float>().ToArray();
            for (var i = 0; i < some.Length; i++)
            {
                popularities.Add(means[0] + answers[i * Targets]);
                probabilities.Add(Math.Clamp(means[1] + answers[(i * Targets) + 1], SmallestProbability, 1 - SmallestProbability));
            }
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

    private static IReadOnlyList<LabelledSong> Draw(IReadOnlyList<LabelledSong> songs, int most, int seed)
    {
        if (songs.Count <= most)
            return songs;
        var all = songs.ToArray();
        new SeededRandom(seed).Shuffle(all.AsSpan());
        return all[..most];
    }
}
