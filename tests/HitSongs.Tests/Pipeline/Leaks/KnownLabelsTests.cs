using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Leaks;

/// <summary>What models know of the true labels after they were trained on shuffled ones.</summary>
public sealed class KnownLabelsTests
{
    private static readonly IReadOnlyList<LabelledSong> Songs = Sample.Songs.Songs;

    [Test]
    public void Shuffled_songs_are_the_same_songs_with_the_same_labels_in_another_order()
    {
        var shuffled = KnownLabels.Shuffled(Songs, 1);

        Assert.Multiple(() =>
        {
            Assert.That(shuffled.Select(song => song.Song), Is.EqualTo(Songs.Select(song => song.Song)));
            Assert.That(shuffled.Select(song => (song.Popularity, song.Hit)), Is.EquivalentTo(Songs.Select(song => (song.Popularity, song.Hit))));
            Assert.That(shuffled.Zip(Songs).Count(pair => pair.First.Popularity.Equals(pair.Second.Popularity)), Is.LessThan(Songs.Count / 10));
        });
    }

    [Test]
    public void Who_knows_every_hit_or_every_popularity_is_found()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Known(song => new Prediction(song.Song.TrackId, 50, song.Hit ? 0.51 : 0.49)), Is.EqualTo(1));
            Assert.That(Known(song => new Prediction(song.Song.TrackId, song.Popularity, 0.5)), Is.EqualTo(1));
        });
    }

    [Test]
    public void Who_knows_half_of_the_hits_is_found() =>
        Assert.That(Known(song => new Prediction(song.Song.TrackId, 50, song.Song.TrackId[^1] % 2 == 0 ? song.Hit ? 1 : 0 : 0.5)), Is.GreaterThan(0.7));

    [Test]
    public void Who_knows_the_share_of_hits_of_every_genre_and_no_song_is_not_accused()
    {
        var shares = Songs
            .GroupBy(song => (song.Song.Genre, song.Song.Subgenre))
            .ToDictionary(group => group.Key, group => group.Average(song => song.Hit ? 1.0 : 0));

        Assert.That(Known(song => new Prediction(song.Song.TrackId, 50, shares[(song.Song.Genre, song.Song.Subgenre)])), Is.EqualTo(0.5));
    }

    [Test]
    public void An_honest_model_learns_nothing_of_the_true_labels_from_shuffled_ones()
    {
        var fold = ArtistFolds.Make(Songs, 5, 1)[0];
        var model = new LinearRecipe().Train(KnownLabels.Shuffled(fold.Training, 1), FeatureSet.All, 1);

        Assert.That(KnownLabels.Measure(fold.Test, model.Predict([.. fold.Test.Select(song => song.Song)])).Value, Is.InRange(0.25, 0.75));
    }

    [Test]
    public void Of_too_few_songs_nothing_is_said() =>
        Assert.That(
            KnownLabels.Measure([.. Songs.Take(50)], [.. Songs.Take(50).Select(song => new Prediction(song.Song.TrackId, 50, song.Hit ? 1 : 0))]).Value,
            Is.NaN
        );

    private static double Known(Func<LabelledSong, Prediction> says) => KnownLabels.Measure(Songs, [.. Songs.Select(says)]).Value;
}
