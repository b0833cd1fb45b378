using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features.Encoders;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Features;

/// <summary>Turns songs into numbers by what its training songs have told of categories, and by nothing else.</summary>
/// <remarks>
/// It is fitted on labelled songs, which only a fold's training part is, so that labels of test songs cannot reach it; and features see
/// nothing but <see cref="SongFacts"/>, so that no column can know the label.
/// </remarks>
public sealed class FeatureEncoder
{
    private readonly EncodingOptions options;
    private readonly IReadOnlyList<NumberFeature> numbers;
    private readonly IReadOnlyList<(CategoryFeature Feature, CategoryEncoding Kind, CategoryEncoder Encoder)> categories;

    private FeatureEncoder(EncodingOptions options, Func<CategoryFeature, CategoryEncoding, CategoryEncoder> encoderOf)
    {
        this.options = options;
        numbers = FeatureCatalog.Numbers(options.Set, options.Hemisphere);
        categories =
        [
            .. from feature in FeatureCatalog.Categories
               where options.Set.Groups().Contains(feature.Group) && options.CategoryNames.Contains(feature.Name)
               from kind in options.Categories
               select (feature, kind, encoderOf(feature, kind)),
        ];
        Columns =
        [
            .. numbers.Where(number => number.Group is FeatureGroup.Audio).Select(number => new FeatureColumn(number.Name, number.Name, number.Group)),
            .. categories.SelectMany(category => category.Encoder.Columns.Select(name => new FeatureColumn(name, category.Feature.Name, category.Feature.Group))),
            .. numbers.Where(number => number.Group is not FeatureGroup.Audio).Select(number => new FeatureColumn(number.Name, number.Name, number.Group)),
        ];
        Names = Columns.Select(column => column.Name).ToList();
        CategoryCounts = categories.Any(category => category.Encoder.Categories > 0) ? Counts() : [];
    }

    /// <summary>Columns in order: audio, categories, the rest of the numbers.</summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>Column names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    internal IReadOnlyList<int> CategoryCounts { get; }

    /// <summary>Learns what training songs tell of each category.</summary>
    /// <param name="training">Training songs only: a category that only occurs in test songs must stay unknown.</param>
    public static FeatureEncoder Fit(IReadOnlyList<LabelledSong> training, EncodingOptions options)
    {
        var facts = training.Select(song => SongFacts.Of(song.Song)).ToList();
        return new FeatureEncoder(options, (feature, kind) => CategoryEncoder.Fit(kind, feature.Name, facts.ConvertAll(song => feature.Of(song))));
    }

    /// <summary>As <see cref="Fit(IReadOnlyList{LabelledSong}, EncodingOptions)"/>, with one-hot categories.</summary>
    public static FeatureEncoder Fit(IReadOnlyList<LabelledSong> training, FeatureSet set) => Fit(training, new EncodingOptions(set));

    /// <summary>One row per song, in the order given. Missing numbers are NaN.</summary>
    public FeatureMatrix Encode(IReadOnlyList<Song> songs)
    {
        var values = new float[songs.Count * Names.Count];
        for (var i = 0; i < songs.Count; i++)
            Encode(SongFacts.Of(songs[i]), values.AsSpan(i * Names.Count, Names.Count));
        return new FeatureMatrix(values, songs.Count, Names) { CategoryCounts = CategoryCounts };
    }

    internal JsonObject Save() => new()
    {
        ["set"] = options.Set.ToString(),
        ["hemisphere"] = options.Hemisphere.ToString(),
        ["encodings"] = Json.Texts(options.Categories.Select(kind => kind.ToString())),
        ["categories"] = Json.Texts(options.CategoryNames),
        ["columns"] = Json.Texts(Names),
        ["encoders"] = new JsonArray([.. categories.Select(category => (JsonNode)category.Encoder.Save())]),
    };

    /// <exception cref="FormatException">The state is not what <see cref="Save"/> writes.</exception>
    internal static FeatureEncoder Load(JsonNode state)
    {
        var saved = new EncodingOptions(state.Choice<FeatureSet>("set"))
        {
            Hemisphere = state.Choice<Hemisphere>("hemisphere"),
            Categories = state.Texts("encodings").Select(text => Enum.TryParse<CategoryEncoding>(text, out var kind) && Enum.IsDefined(kind) ? kind : throw new FormatException($"'{text}' is no encoding")).ToList(),
            CategoryNames = state.Texts("categories"),
        };
        var parts = new Queue<JsonNode>(state.Parts("encoders"));
        var loaded = new FeatureEncoder(saved, (feature, kind) => CategoryEncoder.Load(kind, feature.Name, parts.TryDequeue(out var part) ? part : throw new FormatException("'encoders' is too short")));
        return loaded.Names.SequenceEqual(state.Texts("columns")) ? loaded : throw new FormatException("its columns are not those of this version");
    }

    private List<int> Counts()
    {
        var counts = categories.SelectMany(category => category.Encoder.Columns.Select(_ => category.Encoder.Categories)).ToList();
        var audio = numbers.Count(number => number.Group is FeatureGroup.Audio);
        return [.. Enumerable.Repeat(0, audio), .. counts, .. Enumerable.Repeat(0, numbers.Count - audio)];
    }

    private void Encode(SongFacts song, Span<float> row)
    {
        var next = 0;
        foreach (var number in numbers.Where(number => number.Group is FeatureGroup.Audio))
            row[next++] = (float)number.Of(song);
        foreach (var (feature, _, encoder) in categories)
        {
            encoder.Encode(feature.Of(song), row.Slice(next, encoder.Columns.Count));
            next += encoder.Columns.Count;
        }

        foreach (var number in numbers.Where(number => number.Group is not FeatureGroup.Audio))
            row[next++] = (float)number.Of(song);
    }
}

/// <summary>A column of a feature matrix.</summary>
/// <param name="Name">Such as "genre=pop" or "energy".</param>
/// <param name="Feature">The feature it is computed from, such as "genre": columns of one feature belong together.</param>
/// <param name="Group">The group of that feature.</param>
public sealed record FeatureColumn(string Name, string Feature, FeatureGroup Group);
