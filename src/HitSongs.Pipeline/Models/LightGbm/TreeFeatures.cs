using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>The features that trees see: numbers, of which the training songs' mean stands for a missing one, then a column of 0 and 1 for each category
/// of training songs.</summary>
internal sealed class TreeFeatures
{
    /// <summary>Stands for an unknown category, which is one as well.</summary>
    private const string Unknown = "?";

    private readonly FeatureSet set;
    private readonly NumberFeature[] numbers;
    private readonly float[] means;
    private readonly CategoryEncoder[] categories;
    private readonly IReadOnlyList<string> names;

    private TreeFeatures(FeatureSet set, float[] means, CategoryEncoder[] categories)
    {
        (this.set, this.means, this.categories) = (set, means, categories);
        numbers = [.. FeatureCatalog.Numbers(set)];
        names = [.. numbers.Select(number => number.Name), .. Enumerable.Repeat(FeatureBlock.Genre, categories.Sum(category => category.Columns.Count))];
    }

    /// <summary>Features in columns, the same for every column of genre and subgenre.</summary>
    public int Width => names.Count;

    /// <summary>The first and the last column of each category.</summary>
    public int[] CategoryRanges
    {
        get
        {
            var (ranges, next) = (new List<int>(), numbers.Length);
            foreach (var category in categories)
            {
                ranges.AddRange([next, next + category.Columns.Count - 1]);
                next += category.Columns.Count;
            }

            return [.. ranges];
        }
    }

    /// <param name="songs">Training songs only.</param>
    public static TreeFeatures Fit(IReadOnlyList<LabelledSong> songs, FeatureSet set)
    {
        var facts = songs.Select(song => SongFacts.Of(song.Song)).ToList();
        return new TreeFeatures(
            set,
            [.. FeatureCatalog.Numbers(set).Select(number => (float)facts.Select(number.Of).Where(double.IsFinite).DefaultIfEmpty(0).Average())],
            [.. CategoriesOf(set).Select(category => new CategoryEncoder(
                CategoryEncoding.OneHot, category.Name, [.. facts.Select(song => Text(category, song)).Distinct(StringComparer.Ordinal)]))]);
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
        ["set"] = set.ToString(),
        ["means"] = Json.Singles(means),
        ["categories"] = new JsonArray([.. categories.Select(category => (JsonNode)new JsonObject { ["known"] = category.Save() })]),
    };

    /// <exception cref="FormatException">The state is not what <see cref="Save"/> writes.</exception>
    public static TreeFeatures Load(JsonNode state)
    {
        var told = state.Choice<FeatureSet>("set");
        var kinds = CategoriesOf(told);
        var known = state.Parts("categories");
        if (known.Count != kinds.Count)
            throw new FormatException($"'categories' has not {kinds.Count} parts");
        return new TreeFeatures(
            told,
            state.Singles("means", FeatureCatalog.Numbers(told).Count),
            [.. kinds.Zip(known, (kind, texts) => new CategoryEncoder(CategoryEncoding.OneHot, kind.Name, texts.Texts("known")))]);
    }

    private void Encode(SongFacts song, Span<float> row)
    {
        for (var i = 0; i < numbers.Length; i++)
            row[i] = (float)numbers[i].Of(song) is var value && float.IsNaN(value) ? means[i] : value;
        var next = numbers.Length;
        foreach (var (encoder, category) in categories.Zip(FeatureCatalog.Categories))
        {
            encoder.Encode(Text(category, song), row.Slice(next, encoder.Columns.Count));
            next += encoder.Columns.Count;
        }
    }

    private static IReadOnlyList<CategoryFeature> CategoriesOf(FeatureSet set) => set is FeatureSet.Audio ? [] : FeatureCatalog.Categories;

    private static string Text(CategoryFeature category, SongFacts song) => category.Of(song) is { Length: > 0 } text ? text : Unknown;
}
