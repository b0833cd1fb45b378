using HitSongs.Pipeline.Features;
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

    public static IDataView View(MLContext ml, IReadOnlyList<Song> songs, FeatureSet set) => View(ml, songs.Select(song => Of(song, set, 0, hit: false)), set);

    public static int Width(FeatureSet set) => NumbersOf(set).Length;

    private static readonly Dictionary<FeatureSet, NumberFeature[]> Numbered = Enum.GetValues<FeatureSet>()
        .ToDictionary(set => set, set => FeatureCatalog.Numbers(set).ToArray());

    internal static NumberFeature[] NumbersOf(FeatureSet set) => Numbered[set];

    private static IDataView View(MLContext ml, IEnumerable<SongRow> rows, FeatureSet set)
    {
        var schema = SchemaDefinition.Create(typeof(SongRow));
        schema[nameof(Numbers)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Width(set));
        return ml.Data.LoadFromEnumerable(rows.ToList(), schema);
    }

    private static SongRow Of(Song song, FeatureSet set, double popularity, bool hit)
    {
        var facts = SongFacts.Of(song);
        var categories = FeatureCatalog.Categories.Select(category => category.Of(facts) is { Length: > 0 } text ? text : Unknown).ToList();
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
