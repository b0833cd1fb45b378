using HitSongs.Pipeline.Features;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>The features that trees see, fitted on training songs and laid open as a matrix.</summary>
internal sealed class SongFeatures
{
    private readonly MLContext ml;
    private readonly FeatureSet set;
    private readonly ITransformer chain;

    private SongFeatures(MLContext ml, FeatureSet set, ITransformer chain) => (this.ml, this.set, this.chain) = (ml, set, chain);

    public static SongFeatures Fit(MLContext ml, IReadOnlyList<LabelledSong> songs, FeatureSet set)
    {
        var fitted = SongEstimators.FeaturesOf(ml, set).Fit(SongRow.View(ml, songs, set));
        return new SongFeatures(ml, set, fitted);
    }

    public IDataView View(IReadOnlyList<LabelledSong> songs) => chain.Transform(SongRow.View(ml, songs, set));

    public FeatureMatrix Encode(IReadOnlyList<LabelledSong> songs) => Matrix(View(songs), set);

    /// <summary>The features of a view. Names are those of features: a number's name, and the same one for every column of genre and subgenre.</summary>
    public static FeatureMatrix Matrix(IDataView view, FeatureSet set)
    {
        var numbers = SongRow.NumbersOf(set).Select(number => number.Name).ToList();
        var width = ((VectorDataViewType)view.Schema[SongEstimators.Features].Type).Size;
        var rows = view.GetColumn<float[]>(SongEstimators.Features).ToList();
        return new FeatureMatrix([.. rows.SelectMany(row => row)], rows.Count, [.. numbers, .. Enumerable.Repeat(FeatureBlock.Genre, width - numbers.Count)]);
    }
}
