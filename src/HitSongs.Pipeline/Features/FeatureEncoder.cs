using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Features;

/// <summary>Turns songs into numbers by what its training songs have told of categories, and by nothing else.</summary>
/// <remarks>
/// It is fitted on labelled songs, which only a fold's training part is, so that labels of test songs cannot reach it; and features see
/// nothing but <see cref="SongFacts"/>, so that no column can know the label.
/// </remarks>
public sealed class FeatureEncoder
{
    private readonly EncodingOptions options;
    private readonly NumberFeature[] audio;
    private readonly NumberFeature[] rest;
    private readonly (CategoryFeature Feature, CategoryEncoder Encoder)[] categories;

    private FeatureEncoder(EncodingOptions options, Func<CategoryFeature, CategoryEncoder> encoderOf)
    {
        this.options = options;
        var numbers = FeatureCatalog.Numbers(options.Set);
        audio = [.. numbers.Where(number => number.Group is FeatureGroup.Audio)];
        rest = [.. numbers.Where(number => number.Group is not FeatureGroup.Audio)];
        categories = [.. FeatureCatalog.Categories
            .Where(feature => options.Set.Groups().Contains(feature.Group) && options.CategoryNames.Contains(feature.Name))
            .Select(feature => (feature, encoderOf(feature)))];
        Columns =
        [
            .. audio.Select(number => new FeatureColumn(number.Name, number.Name, number.Group)),
            .. categories.SelectMany(category =>
                category.Encoder.Columns.Select(name => new FeatureColumn(name, category.Feature.Name, category.Feature.Group))
            ),
            .. rest.Select(number => new FeatureColumn(number.Name, number.Name, number.Group)),
        ];
        Names = Columns.Select(column => column.Name).ToList();
    }

    /// <summary>Columns in order: audio, categories, the rest of the numbers.</summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>Column names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Learns which categories training songs have.</summary>
    /// <param name="training">Training songs only: a category that only occurs in test songs must stay unknown.</param>
    public static FeatureEncoder Fit(IReadOnlyList<LabelledSong> training, EncodingOptions options)
    {
        var facts = training.Select(song => SongFacts.Of(song.Song)).ToList();
        return new FeatureEncoder(options, feature => CategoryEncoder.Fit(options.Encoding, feature.Name, facts.Select(song => feature.Of(song))));
    }

    /// <summary>As <see cref="Fit(IReadOnlyList{LabelledSong}, EncodingOptions)"/>, with one-hot categories.</summary>
    public static FeatureEncoder Fit(IReadOnlyList<LabelledSong> training, FeatureSet set) => Fit(training, new EncodingOptions(set));

    /// <summary>One row per song, in the order given. Missing numbers are NaN.</summary>
    public FeatureMatrix Encode(IReadOnlyList<Song> songs)
    {
        var values = new float[songs.Count * Names.Count];
        for (var i = 0; i < songs.Count; i++)
            Encode(SongFacts.Of(songs[i]), values.AsSpan(i * Names.Count, Names.Count));
        return new FeatureMatrix(values, songs.Count, Names);
    }

    internal JsonObject Save() => new()
    {
        ["set"] = options.Set.ToString(),
        ["encoding"] = options.Encoding.ToString(),
        ["categories"] = Json.Texts(options.CategoryNames),
        ["known"] = new JsonObject(categories.Select(category => KeyValuePair.Create(category.Feature.Name, (JsonNode?)category.Encoder.Save()))),
        ["columns"] = Json.Texts(Names),
    };

    /// <exception cref="FormatException">The state is not what <see cref="Save"/> writes.</exception>
    internal static FeatureEncoder Load(JsonNode state)
    {
        var saved = new EncodingOptions(state.Choice<FeatureSet>("set"))
        {
            Encoding = state.Choice<CategoryEncoding>("encoding"),
            CategoryNames = state.Texts("categories"),
        };
        var loaded = new FeatureEncoder(saved, feature => new CategoryEncoder(saved.Encoding, feature.Name, state.Part("known").Texts(feature.Name)));
        return loaded.Names.SequenceEqual(state.Texts("columns")) ? loaded : throw new FormatException("its columns are not those of this version");
    }

    private void Encode(SongFacts song, Span<float> row)
    {
        var next = 0;
        foreach (var number in audio)
            row[next++] = (float)number.Of(song);
        foreach (var (feature, encoder) in categories)
        {
            encoder.Encode(feature.Of(song), row.Slice(next, encoder.Columns.Count));
            next += encoder.Columns.Count;
        }

        foreach (var number in rest)
            row[next++] = (float)number.Of(song);
    }
}

/// <summary>A column of a feature matrix.</summary>
/// <param name="Name">Such as "genre=pop" or "energy".</param>
/// <param name="Feature">The feature it is computed from, such as "genre": columns of one feature belong together.</param>
/// <param name="Group">The group of that feature.</param>
public sealed record FeatureColumn(string Name, string Feature, FeatureGroup Group);
