using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Songs;
using Microsoft.ML;

namespace HitSongs.Tests.Pipeline.Models;

/// <summary>Trees trained on some songs of the sample, and the rows that they were trained on.</summary>
internal sealed record TrainedRows(BoostedTrees Trees, FeatureMatrix Rows, IReadOnlyList<float> LogOdds)
{
    public static TrainedRows Of(LightGbmSettings settings, FeatureSet set = FeatureSet.AudioAndGenre)
    {
        List<LabelledSong> songs = [.. Sample.Songs.Songs.Where((_, i) => i % 8 == 0)];
        var ml = new MLContext(1);
        var features = TreeFeatures.Fit(songs, set);
        var view = SongRow.View(ml, songs, features);
        var model = TreeTrainers.Hit(ml, settings, seed: 1).Fit(view);
        var probabilities = Microsoft.ML.Data.ColumnCursorExtensions.GetColumn<float>(model.Transform(view), "Probability");
        var rows = features.Encode([.. songs.Select(song => song.Song)]);
        return new TrainedRows(BoostedTrees.Of(model.Model), rows, [.. probabilities.Select(p => (float)Math.Log(p / (1 - p)))]);
    }
}
