using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.Calibrators;

/// <summary>Out-of-fold predictions for a model's own training songs, their artists unseen: the ground for calibrating.</summary>
internal static class InnerPredictions
{
    /// <returns>One prediction per song, in the order of the songs; null where there are too few songs or artists to divide.</returns>
    public static IReadOnlyList<Prediction>? Of(ModelRecipe recipe, IReadOnlyList<LabelledSong> songs, FeatureSet set, int folds, int seed)
    {
        var part = GroupFolds.Divide(songs, song => song.Song.PrimaryArtist, folds, seed);
        var predictions = new Prediction[songs.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            var training = songs.Where((_, i) => part[i] != fold).ToList();
            var asked = Enumerable.Range(0, songs.Count).Where(i => part[i] == fold).ToList();
            if (training.Count == 0 || asked.Count == 0)
                return null;
            var model = recipe.Train(training, set, seed);
            foreach (var (i, prediction) in asked.Zip(model.Predict(asked.ConvertAll(i => songs[i].Song))))
                predictions[i] = prediction;
        }

        return predictions;
    }
}
