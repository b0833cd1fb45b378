using HitSongs.Pipeline.Reading;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

public sealed class RealSongsTests
{
    [Test]
    public void Reading_the_real_songs_gives_the_known_counts()
    {
        var data = SongFiles.Read(RealSongs.Paths());

        Assert.That((data.Card.Name, data.Card.Synthetic), Is.EqualTo(("Spotify Music Dataset", false)));
        Assert.That((data.Card.RowsRead, data.Card.RowsUsed, data.Card.Hits), Is.EqualTo((4_830, 4_494, 1_438)));
        Assert.That(data.Card.Files.Select(file => file.Rows), Is.EqualTo(new[] { 1_685, 3_145 }));
        Assert.That(data.Songs.Select(song => song.Song.PrimaryArtist).Distinct().Count(), Is.EqualTo(2_771));
        Assert.That(data.Card.Actions.Where(action => action.Count > 0).Select(action => (action.Reason, action.Count)), Is.EqualTo(new[]
        {
            ("repeated-track-id", 293), ("track-id-in-several-files", 43), ("missing-audio", 1),
            ("year-only-date", 124), ("year-month-date", 1), ("first-of-january", 219),
        }));
        Assert.That(data.Card.Actions.Single(action => action.Reason == "year-only-date").Description, Does.Contain("137 rows"));
    }

    [Test]
    public void Columns_of_the_real_songs_are_matched_by_name()
    {
        var paths = RealSongs.Paths();

        var first = SongFiles.Read([paths[1]]).Songs[0].Song;

        Assert.That((first[AudioFeature.Energy], first[AudioFeature.TimeSignature]), Is.EqualTo((0.746, 4.0)));
    }

    [Test]
    public void The_real_songs_read_the_same_in_either_order_of_the_files()
    {
        var paths = RealSongs.Paths();

        var one = SongFiles.Read(paths);
        var other = SongFiles.Read(paths.Reverse().ToList());

        Assert.That(
            other.Songs.Select(s => (s.Song.TrackId, s.Song.Subgenre, s.Hit)),
            Is.EqualTo(one.Songs.Select(s => (s.Song.TrackId, s.Song.Subgenre, s.Hit)))
        );
        Assert.That(other.Actions, Is.EqualTo(one.Actions));
    }
}
