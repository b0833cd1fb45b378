using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>The headers of the public files as they are published, each with songs made up here.</summary>
public sealed class SongSchemasTests
{
    public static readonly IReadOnlyList<string> HitPredictor =
    [
        "track", "artist", "uri", "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness", "instrumentalness", "liveness",
        "valence", "tempo", "duration_ms", "time_signature", "chorus_hit", "sections", "target",
    ];

    private static readonly IReadOnlyList<string> TidyTuesday =
    [
        "track_id", "track_name", "track_artist", "track_popularity", "track_album_id", "track_album_name", "track_album_release_date", "playlist_name",
        "playlist_id", "playlist_genre", "playlist_subgenre", "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness",
        "instrumentalness", "liveness", "valence", "tempo", "duration_ms",
    ];

    private static readonly IReadOnlyList<string> SpotifyTracks =
    [
        "", "track_id", "artists", "album_name", "track_name", "popularity", "duration_ms", "explicit", "danceability", "energy", "key", "loudness",
        "mode", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo", "time_signature", "track_genre",
    ];

    private static readonly IReadOnlyList<string> NineteenThousand =
    [
        "song_name", "song_popularity", "song_duration_ms", "acousticness", "danceability", "energy", "instrumentalness", "key", "liveness", "loudness",
        "audio_mode", "speechiness", "tempo", "time_signature", "audio_valence",
    ];

    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [Test]
    public void TidyTuesday_has_no_time_signature_and_nothing_is_noted_of_that()
    {
        var data = Read(TidyTuesday, SongTable.Row("a", TidyTuesday, ("track_popularity", "70")));

        Assert.That((data.Card.Name, data.Card.HitThreshold), Is.EqualTo(("TidyTuesday spotify_songs", 68.0)));
        Assert.That(data.Songs.Single().Song[AudioFeature.TimeSignature], Is.NaN);
        Assert.That((data.Songs.Single().Hit, data.Songs.Single().Song.Subgenre, data.Actions.Count), Is.EqualTo((true, "soft", 0)));
    }

    [Test]
    public void Spotify_Tracks_names_artists_with_semicolons_and_repeats_tracks_by_genre()
    {
        string Row(string artists, string genre) =>
            SongTable.Row(
                "a",
                SpotifyTracks,
                ("artists", artists),
                ("album_name", "Album"),
                ("popularity", "40"),
                ("explicit", "False"),
                ("track_genre", genre)
            );
        var data = Read(SpotifyTracks, Row("\"One;Two, three\"", "acoustic"), Row("One", "folk"));

        var only = data.Songs.Single().Song;
        Assert.That((only.PrimaryArtist, only.Artists, only.Genre), Is.EqualTo(("One", "One, Two, three", "acoustic")));
        Assert.That(data.Actions.Single().Reason, Is.EqualTo("repeated-track-id"));
        Assert.That(only.Released, Is.Null);
    }

    [Test]
    public void The_Hit_Predictor_labels_hits_itself_and_has_no_popularity()
    {
        (string, string)[] common = [("track", "Song"), ("artist", "Artist"), ("chorus_hit", "30.1"), ("sections", "9")];
        var data = Read(
            HitPredictor,
            SongTable.Row("a", HitPredictor, [.. common, ("uri", "spotify:track:a"), ("target", "1")]),
            SongTable.Row("b", HitPredictor, [.. common, ("uri", "spotify:track:b"), ("target", "0")]),
            SongTable.Row("b", HitPredictor, [.. common, ("uri", "spotify:track:b"), ("target", "1")]));

        Assert.That(data.Songs.Select(song => (song.Song.TrackId, song.Hit)), Is.EqualTo(new[] { ("a", true), ("b", true) }));
        Assert.That(data.Songs.Select(song => song.Popularity), Is.All.NaN);
        Assert.That(data.Actions.Select(action => (action.Line, action.Reason)), Is.EqualTo(new[] { (3, "repeated-track-id"), (4, "contradicting-label") }));
    }

    [Test]
    public void Songs_without_ids_and_artists_are_told_apart_by_title_and_audio()
    {
        string Row(string name, string popularity, string energy) =>
            SongTable.Row(
                "",
                NineteenThousand,
                ("song_name", name),
                ("song_popularity", popularity),
                ("song_duration_ms", "200000"),
                ("audio_mode", "1"),
                ("energy", energy)
            );
        var data = Read(NineteenThousand, Row("One", "70", "0.5"), Row("One", "72", "0.5"), Row("One", "40", "0.6"), Row("Two", "40", "0.5"));

        Assert.That(data.Songs.Select(song => (song.Song.Name, song.Song.PrimaryArtist, song.Popularity)),
            Is.EqualTo(new[] { ("One", "One", 72.0), ("One", "One", 40.0), ("Two", "Two", 40.0) }));
        Assert.That(data.Songs.Select(song => song.Song.TrackId).Distinct().Count(), Is.EqualTo(3));
        Assert.That(
            data.Actions.Select(action => action.Reason),
            Is.EquivalentTo(new[] { "no-track-ids", "no-artists", "repeated-track-id", "contradicting-popularity" })
        );
    }

    [Test]
    public void Files_of_two_schemas_are_not_read_together()
    {
        var one = table.Write("one.csv", SongTable.Row("a"));
        var other = table.WriteText("other.csv", $"{string.Join(',', TidyTuesday)}\n{SongTable.Row("b", TidyTuesday)}\n");

        Assert.That(() => SongFiles.Read([one, other]), Throws.InstanceOf<InvalidInputException>().With.Message.Contains("'TidyTuesday spotify_songs'"));
    }

    private SongData Read(IReadOnlyList<string> header, params string[] rows) =>
        SongFiles.Read([table.WriteText("songs.csv", string.Join('\n', [string.Join(',', header), .. rows, ""]))]);
}
