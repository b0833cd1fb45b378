using HitSongs.Pipeline.Features;
using HitSongs.Songs;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>A song as Microsoft.ML is given it.</summary>
internal sealed class SongRow
{
    /// <summary>Stands for an unknown category: Microsoft.ML takes an empty text for none at all, and a column of none has no width.</summary>
    private const string Unknown = "?";

    public bool Hit { get; set; }

    public float Popularity { get; set; }

    /// <summary>The numbers of a feature set, audio first; <see cref="float.NaN"/> where one is missing.</summary>
    public float[] Numbers { get; set; } = [];

    public string Genre { get; set; } = "";

    /// <summary>Within its genre.</summary>
    public string Subgenre { get; set; } = "";

    /// <summary>The subgenre's name, whatever the genre.</summary>
    public string Style { get; set; } = "";

    public static IDataView View(MLContext ml, IReadOnlyList<LabelledSong> songs, FeatureSet set) =>
        View(ml, songs.Select(song => Of(song.Song, set, song.Popularity, song.Hit)), set);

    /// <summary>One row of which nothing is known.</summary>
    public static IDataView OfNothing(MLContext ml, FeatureSet set) =>
        View(ml, [new SongRow { Numbers = Array.ConvertAll(NumbersOf(set), _ => float.NaN), Genre = Unknown, Subgenre = Unknown, Style = Unknown }], set);

    private static readonly Dictionary<FeatureSet, NumberFeature[]> Numbered = Enum.GetValues<FeatureSet>()
        .ToDictionary(set => set, set => FeatureCatalog.Numbers(set).ToArray());

    public static NumberFeature[] NumbersOf(FeatureSet set) => Numbered[set];

    /// <summary>Genre, subgenre, style.</summary>
    public static IEnumerable<string> CategoriesOf(SongFacts facts) =>
        FeatureCatalog.Categories.Select(category => category.Of(facts) is { Length: > 0 } text ? text : Unknown);

    private static IDataView View(MLContext ml, IEnumerable<SongRow> rows, FeatureSet set)
    {
        var schema = SchemaDefinition.Create(typeof(SongRow));
        schema[nameof(Numbers)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, NumbersOf(set).Length);
        return ml.Data.LoadFromEnumerable(rows.ToList(), schema);
    }

    private static SongRow Of(Song song, FeatureSet set, double popularity, bool hit)
    {
        var facts = SongFacts.Of(song);
        var categories = CategoriesOf(facts).ToList();
        return new SongRow
        {
            Hit = hit,
            Popularity = (float)popularity,
            Numbers = Array.ConvertAll(NumbersOf(set), number => (float)number.Of(facts)),
            Genre = categories[0],
            Subgenre = categories[1],
            Style = categories[2],
        };
    }
}
