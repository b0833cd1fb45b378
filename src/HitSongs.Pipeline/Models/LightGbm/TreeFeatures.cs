using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>The features that trees see: numbers, of which the training songs' mean stands for a missing one, then a column of 0 and 1 for each category
/// of training songs.</summary>
internal sealed class TreeFeatures
{
    private readonly NumberFeature[] numbers;
    private readonly float[] means;
    private readonly IReadOnlyList<CategoryEncoder> categories;
    private readonly IReadOnlyList<string> names;

    private TreeFeatures(FeatureSet set, float[] means, IReadOnlyList<CategoryEncoder> categories)
    {
        (Set, this.means, this.categories) = (set, means, categories);
        numbers = SongRow.NumbersOf(set);
        names = [.. numbers.Select(number => number.Name), .. Enumerable.Repeat(FeatureBlock.Genre, categories.Sum(category => category.Columns.Count))];
    }

    public FeatureSet Set { get; }

    /// <summary>Features in columns, the same for every column of genre and subgenre.</summary>
    public int Width => names.Count;

    /// <summary>What a chain has learnt of training songs that begins with <see cref="SongEstimators.FeaturesOf"/>.</summary>
    public static TreeFeatures Of(MLContext ml, ITransformer chain, FeatureSet set)
    {
        // A song of which nothing is known shows what stands for the unknown.
        var view = chain.Transform(SongRow.OfNothing(ml, set));
        var known = view.GetColumn<float[]>(SongEstimators.Known).Single();
        var encoders = SongEstimators.CategoriesOf(set).Select(name => new CategoryEncoder(CategoryEncoding.OneHot, name, Slots(view, name)));
        return new TreeFeatures(set, Array.ConvertAll(known, mean => float.IsFinite(mean) ? mean : 0), [.. encoders]);
    }

    /// <summary>One row per song, in the order given.</summary>
    public FeatureMatrix Encode(IReadOnlyList<Song> songs)
    {
        var values = new float[songs.Count * Width];
        for (var i = 0; i < songs.Count; i++)
            Encode(SongFacts.Of(songs[i]), values.AsSpan(i * Width, Width));
        return new FeatureMatrix(values, songs.Count, names);
    }

    public JsonObject Save() => new()
    {
        ["set"] = Set.ToString(),
        ["means"] = Json.Singles(means),
        ["categories"] = new JsonArray([.. categories.Select(category => (JsonNode)new JsonObject { ["known"] = category.Save() })]),
    };

    /// <exception cref="FormatException">The state is not what <see cref="Save"/> writes.</exception>
    public static TreeFeatures Load(JsonNode state)
    {
        var set = state.Choice<FeatureSet>("set");
        var kinds = SongEstimators.CategoriesOf(set);
        var known = state.Parts("categories");
        if (known.Count != kinds.Length)
            throw new FormatException($"'categories' has not {kinds.Length} parts");
        return new TreeFeatures(
            set,
            state.Singles("means", SongRow.NumbersOf(set).Length),
            [.. kinds.Zip(known, (kind, texts) => new CategoryEncoder(CategoryEncoding.OneHot, kind, texts.Texts("known")))]);
    }

    private void Encode(SongFacts song, Span<float> row)
    {
        for (var i = 0; i < numbers.Length; i++)
            row[i] = (float)numbers[i].Of(song) is var value && float.IsNaN(value) ? means[i] : value;
        var next = numbers.Length;
        foreach (var (encoder, text) in categories.Zip(SongRow.CategoriesOf(song)))
        {
            encoder.Encode(text, row.Slice(next, encoder.Columns.Count));
            next += encoder.Columns.Count;
        }
    }

    private static string[] Slots(IDataView view, string category)
    {
        VBuffer<ReadOnlyMemory<char>> slots = default;
        view.Schema[SongEstimators.Slots(category)].GetSlotNames(ref slots);
        return [.. slots.DenseValues().Select(slot => slot.ToString())];
    }
}
