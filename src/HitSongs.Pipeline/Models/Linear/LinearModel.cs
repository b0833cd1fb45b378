using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.Linear;

/// <summary>Ridge regression of popularity and logistic regression of hits, both on categories as 0 and 1 and on numbers that may bend.</summary>
internal sealed class LinearModel(FeatureEncoder encoder, NormalScores scores, double[] popularity, double[] hit)
    : TrainedModel
{
    internal const string Name = "linear";

    /// <summary>Where the line of a number may bend, in normal scores: at the quartiles and the middle.</summary>
    private static readonly double[] Bends = [-0.6745, 0, 0.6745];

    internal override string Kind => Name;

    public static LinearModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, LinearRecipe recipe)
    {
        var encoder = FeatureEncoder.Fit(songs, new EncodingOptions(set) { CategoryNames = ["genre", "subgenre", "style"] });
        var features = encoder.Encode(songs.Select(song => song.Song).ToList());
        var scores = NormalScores.Fit(features, NumberColumns(encoder));
        var design = Design(features, encoder, scores);
        return new LinearModel(
            encoder,
            scores,
            RegularizedRegression.Ridge(
                design, songs.Select(song => song.Popularity).ToArray(),
                Penalties(encoder, scores, recipe.PopularityNumberPenalty, recipe.PopularityCategoryPenalty)),
            RegularizedRegression.Logistic(
                design, songs.Select(song => song.Hit).ToArray(), Penalties(encoder, scores, recipe.HitNumberPenalty, recipe.HitCategoryPenalty))
        );
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        if (songs.Count == 0)
            return [];
        var design = Design(encoder.Encode(songs), encoder, scores);
        return Pair(songs, design.Times(popularity), [.. design.Times(hit).Select(RegularizedRegression.Sigmoid)]);
    }

    internal static LinearModel Load(JsonNode state)
    {
        var encoder = FeatureEncoder.Load(state.Part("encoder"));
        var scores = NormalScores.Load(state.Part("scores"));
        if (scores.Columns != NumberColumns(encoder).Count)
            throw new FormatException("'scores' has another number of columns");
        var weights = Width(encoder, scores) + 1;
        return new LinearModel(encoder, scores, state.Numbers("popularity", weights), state.Numbers("hit", weights));
    }

    private protected override JsonObject State() => new()
    {
        ["encoder"] = encoder.Save(),
        ["scores"] = scores.Save(),
        ["popularity"] = Json.Numbers(popularity),
        ["hit"] = Json.Numbers(hit),
    };

    /// <summary>Columns whose name is their feature's are numbers; the others are categories.</summary>
    private static List<int> NumberColumns(FeatureEncoder encoder) => Indices(encoder, number: true);

    private static List<int> Indices(FeatureEncoder encoder, bool number) =>
        Enumerable.Range(0, encoder.Columns.Count).Where(i => encoder.Columns[i].Name == encoder.Columns[i].Feature == number).ToList();

    private static int Width(FeatureEncoder encoder, NormalScores scores) => (scores.Columns * (1 + Bends.Length)) + encoder.Columns.Count - scores.Columns;

    private static double[] Penalties(FeatureEncoder encoder, NormalScores scores, double number, double category)
    {
        var numbers = scores.Columns * (1 + Bends.Length);
        return Enumerable.Range(0, Width(encoder, scores)).Select(column => column < numbers ? number : category).ToArray();
    }

    /// <summary>Numbers with their bends, categories, and a last column of ones.</summary>
    private static SparseRows Design(FeatureMatrix features, FeatureEncoder encoder, NormalScores scores)
    {
        var numbers = NumberColumns(encoder);
        var categories = Indices(encoder, number: false);
        var line = new double[Width(encoder, scores) + 1];
        var design = new SparseRows(line.Length);
        for (var row = 0; row < features.Rows; row++)
        {
            var at = 0;
            for (var number = 0; number < numbers.Count; number++)
            {
                var score = scores.Of(number, features[row, numbers[number]]);
                line[at++] = score;
                foreach (var bend in Bends)
                    line[at++] = Math.Max(0, score - bend);
            }

            foreach (var category in categories)
                line[at++] = features[row, category];
            line[at] = 1;
            design.Add(line);
        }

        return design;
    }
}
