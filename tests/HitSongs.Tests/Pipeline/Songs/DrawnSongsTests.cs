using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

public sealed class DrawnSongsTests
{
    [Test]
    public void Artists_are_drawn_with_all_their_songs_anew_for_every_seed()
    {
        var all = Sample.Songs.Songs;
        var (one, again, other) = (DrawnSongs.Of(all, 1), DrawnSongs.Of(all, 1), DrawnSongs.Of(all, 2));
        var artists = one.Select(song => song.Song.PrimaryArtist).ToHashSet();

        Assert.That(again, Is.EqualTo(one));
        Assert.That(other, Is.Not.EqualTo(one));
        Assert.That(one, Is.EqualTo(all.Where(song => artists.Contains(song.Song.PrimaryArtist))), "no artist is divided, and the order stays");
        Assert.That(
            (double)one.Count / all.Count,
            Is.EqualTo(0.7).Within(0.12),
            "the mean of some thirty genres' shares, which are 40 to 100 %: four standard deviations are .12"
        );
    }

    [Test]
    public void Songs_without_popularity_get_100_for_a_hit_and_0_for_another() =>
        Assert.That(
            DrawnSongs
                .Of([.. Enumerable.Range(0, 60).Select(i => new LabelledSong(MadeSongs.Unlabelled($"{i}"), double.NaN, i % 2 == 0))], 1)
                .Select(song => song.Popularity),
            Is.All.AnyOf(0.0, 100.0)
        );
}
