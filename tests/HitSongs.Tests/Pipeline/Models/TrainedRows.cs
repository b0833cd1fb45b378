using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.LightGbm;
using Microsoft.ML;

namespace HitSongs.Tests.Pipeline.Models;

/// <summary>Trees trained on some songs of the sample, and the rows that they were trained on.</summary>
internal sealed record TrainedRows(BoostedTrees Trees, FeatureMatrix Rows, IReadOnlyList<float> LogOdds)
{
    public static TrainedRows Of(LightGbmSettings settings, FeatureSet set = FeatureSet.AudioAndGenre)
    {
        List<LabelledSong> songs = [.. Sample.Songs.Songs.Where((_, i) => i % 8 == 0)];
        var ml = new MLContext(1);
        var features = SongFeatures.Fit(ml, songs, set);
        var model = SongEstimators.Hit(ml, settings, seed: 1).Fit(features.View(songs));
        var probabilities = Microsoft.ML.Data.ColumnCursorExtensions.GetColumn<float>(model.Transform(features.View(songs)), "Probability");
        return new TrainedRows(BoostedTrees.Of(model.Model), features.Encode(songs), [.. probabilities.Select(p => (float)Math.Log(p / (1 - p)))]);
    }
}
