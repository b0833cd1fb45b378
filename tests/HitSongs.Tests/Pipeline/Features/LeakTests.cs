using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Features;

/// <summary>What could know the label cannot reach a feature.</summary>
public sealed class LeakTests
{
    [Test]
    public void A_feature_sees_a_type_that_has_nothing_which_could_know_the_label()
    {
        var seen = typeof(SongFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order();

        Assert.That(
            seen,
            Is.EqualTo(new[] { "Album", "ArtistCount", "Genre", "Item", "Released", "Subgenre", "Title" }),
            "no popularity, playlist, track id or artist's name"
        );
        Assert.That(typeof(NumberFeature).GetProperty("Of")!.PropertyType, Is.EqualTo(typeof(Func<SongFacts, double>)));
        Assert.That(typeof(CategoryFeature).GetProperty("Of")!.PropertyType, Is.EqualTo(typeof(Func<SongFacts, string>)));
    }

    [FsCheck.NUnit.Property(MaxTest = 20)]
    public Property Labels_of_test_songs_move_no_encoding_and_no_prediction() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Genre, byte Popularity, byte Artist)[]>(), rows =>
        {
            var songs = rows.Select((row, i) => MadeSongs.Labelled($"{i}", row.Popularity % 101, $"artist {row.Artist % 9}", $"genre {row.Genre % 4}"))
                .ToList();
            if (songs.Select(song => song.Song.PrimaryArtist).Distinct().Count() < 2)
                return true;
            var fold = ArtistFolds.Make(songs, 2, seed: 1)[0];
            var poisoned = fold with { Test = [.. fold.Test.Select(song => song with { Popularity = 1e9, Hit = !song.Hit })] };
            ModelRecipe[] recipes = [new LinearRecipe(), new LightGbmRecipe { Settings = LightGbmSettings.CategorySplits with { Trees = 5 } }];
            return recipes.All(recipe => Predict(fold, recipe).SequenceEqual(Predict(poisoned, recipe)));
        });

    [Test]
    public void Labels_of_training_songs_do_move_predictions()
    {
        var songs = Enumerable.Range(0, 40).Select(i => MadeSongs.Labelled($"{i}", i * 2, genre: $"genre {i % 3}")).ToList();
        var fold = ArtistFolds.Make(songs, 2, seed: 1)[0];
        var poisoned = fold with { Training = [.. fold.Training.Select(song => song with { Popularity = 1 })] };

        Assert.That(Predict(poisoned, new LinearRecipe()), Is.Not.EqualTo(Predict(fold, new LinearRecipe())), "the test above can fail");
    }

    private static IReadOnlyList<Prediction> Predict(Fold fold, ModelRecipe recipe) =>
        CrossValidation.Predict([fold], songs => recipe.Train(songs, FeatureSet.All, seed: 1)).Predictions;
}
