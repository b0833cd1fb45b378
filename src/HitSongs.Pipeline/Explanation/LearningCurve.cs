using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Whether more songs would help: trees on audio and genre, trained on growing parts of the songs.</summary>
internal static class LearningCurve
{
    public const int Folds = 5;
    private const int Seed = 1;

    /// <summary>Equal steps on a scale of doublings, which is how learning curves bend.</summary>
    public static readonly IReadOnlyList<double> Shares = [0.1, 0.25, 0.5, 1];

    /// <param name="done">Told after each of <see cref="Shares"/>.</param>
    public static IReadOnlyList<LearningPoint> Of(SongData data, int threads, Action done)
    {
        var folds = ArtistFolds.Make(data.Songs, Folds, Seed);
        var points = new List<LearningPoint>();
        foreach (var share in Shares)
        {
            // Songs of a training part are in random order, so that its first ones are a fair draw.
            List<Fold> parts = [.. folds.Select(fold => fold with { Training = [.. fold.Training.Take((int)Math.Ceiling(share * fold.Training.Count))] })];
            points.Add(Point(parts, threads));
            done();
        }

        return points;
    }

    private static LearningPoint Point(List<Fold> folds, int threads)
    {
        // Asked about both parts at once: what it has learnt from comes first.
        var models = FoldModel.TrainAll([.. folds.Select(fold => fold with { Test = [.. fold.Training, .. fold.Test] })], FeatureSet.AudioAndGenre, threads);
        var areas = models.Zip(folds, Areas).ToList();
        return new LearningPoint(
            (int)Math.Round(folds.Average(fold => fold.Training.Count)),
            PermutationImportance.OverFolds([.. areas.Select(area => area.Training)]),
            PermutationImportance.OverFolds([.. areas.Select(area => area.Validation)]));
    }

    private static (double Training, double Validation) Areas(FoldModel model, Fold fold)
    {
        var (scores, hits) = (model.Predict(), model.Songs.Select(song => song.Hit).ToArray());
        var learnt = fold.Training.Count;
        return (
            HitMetrics.AreaUnderRocCurve(scores.AsSpan(0, learnt), hits.AsSpan(0, learnt)),
            HitMetrics.AreaUnderRocCurve(scores.AsSpan(learnt), hits.AsSpan(learnt)));
    }
}
