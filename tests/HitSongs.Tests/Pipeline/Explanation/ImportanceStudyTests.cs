using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Explanation;

public sealed class ImportanceStudyTests
{
    private static readonly Lazy<ImportanceStudy> Loud = new(() => ImportanceModels.Study(StudySongs.LoudHits()));

    [Test]
    public void The_feature_that_makes_hits_is_the_most_important_and_the_others_are_not()
    {
        var features = Loud.Value.Audio;

        Assert.Multiple(() =>
        {
            Assert.That(features[0].Feature, Is.EqualTo("loudness"));
            Assert.That(features[0].Drop.Low, Is.GreaterThan(0.1));
            Assert.That(features[0].Direction, Is.GreaterThan(0.8));
            Assert.That(features.Skip(1).Select(feature => feature.Drop.Value), Has.All.LessThan(0.03));
        });
    }

    [Test]
    public void All_columns_of_genre_and_subgenre_are_shuffled_together()
    {
        var data = StudySongs.LoudCells();
        var withGenre = PermutationImportance.Of(FoldModel.TrainAll(ArtistFolds.Make(data.Songs, 5, 1), FeatureSet.AudioAndGenre, 1), null);

        Assert.That(withGenre.Count(feature => feature.Feature == "genre"), Is.EqualTo(1));
        Assert.That(withGenre, Has.Count.EqualTo(14));
        var model = FoldModel.Train(ArtistFolds.Make(data.Songs, 5, 1)[0], FeatureSet.AudioAndGenre);
        Assert.That(
            model.Blocks.Single(block => block.Name == "genre").Columns,
            Has.Count.EqualTo(1 + 10 + 10),
            "one genre, ten subgenres, each also by its name alone"
        );
    }

    [Test]
    public void Contributions_add_up_to_the_log_odds_of_every_song()
    {
        var data = StudySongs.LoudHits();
        var model = FoldModel.Train(ArtistFolds.Make(data.Songs, 5, 1)[0], FeatureSet.AudioAndGenre);
        var shap = model.Contributions;
        var sums = model.Songs.Select((_, row) => shap.Base + shap.Values.Skip(row * shap.Features).Take(shap.Features).Sum());

        Assert.That(sums.Select(BoostedTrees.Probability), Is.EqualTo(model.Predict()).Within(1e-9));
    }

    [Test]
    public void Dependence_rises_with_the_feature_that_makes_hits_for_nearly_every_song()
    {
        var curve = Loud.Value.Dependence.Single(dependence => dependence is { Set: FeatureSet.Audio, Feature: AudioFeature.Loudness, Genre: null });

        Assert.Multiple(() =>
        {
            Assert.That(curve.Points[^1].Mean - curve.Points[0].Mean, Is.GreaterThan(0.3));
            Assert.That(curve.Rising, Is.GreaterThan(0.95));
            Assert.That(curve.Points.Select(point => point.Value), Is.Ordered);
            Assert.That((curve.Points[0].Low, curve.Points[0].High), Is.EqualTo((0.0, 0.0)), "changes are counted from the first point");
        });
    }

    [Test]
    public void Each_large_genre_has_its_own_importance_and_curves()
    {
        Assert.That(Loud.Value.ByGenre.Select(feature => feature.Genre).Distinct(), Is.EqualTo(new[] { "pop", "rock" }));
        Assert.That(Loud.Value.Dependence.Count(dependence => dependence is { Set: FeatureSet.Audio, Genre: "rock" }), Is.EqualTo(13));
    }

    [Test]
    public void A_model_of_contrasts_between_playlists_ranks_by_chance_inside_them()
    {
        var ranking = ImportanceModels.Study(StudySongs.LoudCells()).Ranking;

        Assert.Multiple(() =>
        {
            Assert.That(ranking.Audio.Value, Is.GreaterThan(0.7), "the trap");
            Assert.That(ranking.AudioWithinCells.Low, Is.LessThan(0.5));
            Assert.That(ranking.AudioWithinCells.High, Is.GreaterThan(0.5));
        });
    }

    [Test]
    public void The_study_is_the_same_on_any_number_of_threads()
    {
        var again = ImportanceModels.Study(StudySongs.LoudHits(), threads: 3);

        Assert.That(again.Audio, Is.EqualTo(Loud.Value.Audio));
        Assert.That(again.Ranking, Is.EqualTo(Loud.Value.Ranking));
    }
}
