using Microsoft.ML;
using Microsoft.ML.Data;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>A song as Microsoft.ML is given it.</summary>
internal sealed class SongRow
{
    public bool Hit { get; set; }

    public float Popularity { get; set; }

    public float[] Features { get; set; } = [];

    public static IDataView View(MLContext ml, IReadOnlyList<LabelledSong> songs, TreeFeatures features)
    {
        var schema = SchemaDefinition.Create(typeof(SongRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Width);
        // By this name trainers know which columns are one category: the first and the last column of each.
        if (features.CategoryRanges is { Length: > 0 } ranges)
            schema[nameof(Features)].AddAnnotation("CategoricalSlotRanges", ranges, new VectorDataViewType(NumberDataViewType.Int32, ranges.Length / 2, 2));
        var rows = features.Encode([.. songs.Select(song => song.Song)]);
        return ml.Data.LoadFromEnumerable(songs.Select((song, i) => Of(song, rows.Row(i).ToArray())).ToList(), schema);
    }

    private static SongRow Of(LabelledSong song, float[] features) => new() { Hit = song.Hit, Popularity = (float)song.Popularity, Features = features };
}
