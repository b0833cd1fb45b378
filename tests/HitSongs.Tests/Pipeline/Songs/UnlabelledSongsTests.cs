using HitSongs.Pipeline.Reading;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>Songs to predict, whose popularity nobody knows yet.</summary>
public sealed class UnlabelledSongsTests
{
    private static readonly string[] Unlabelled = [.. SongTable.Columns.Where(column => column is not ("track_popularity" or "playlist_id"))];

    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [Test]
    public void A_file_without_popularity_and_playlist_is_read_and_one_with_them_gives_the_same_songs()
    {
        string[] ids = ["a", "b", "c"];
        var without = Write("new.csv", [.. ids.Select(id => SongTable.Row(id, Unlabelled))]);
        var with = table.Write("old.csv", [.. ids.Select((id, i) => SongTable.Row(id, null, ("track_popularity", $"{20 * i}")))]);

        var songs = SongFiles.ReadUnlabelled([without]);

        Assert.That(songs.Select(Shown), Is.EqualTo(SongFiles.ReadUnlabelled([with]).Select(Shown)));
        Assert.That(songs.Select(Shown), Is.EqualTo(SongFiles.Read([with]).Songs.Select(song => Shown(song.Song))));
        Assert.That(songs.Select(song => song.TrackId), Is.EqualTo(ids));
    }

    [Test]
    public void A_popularity_that_is_there_is_not_looked_at()
    {
        var songs = SongFiles.ReadUnlabelled([
            table.Write(
                "songs.csv",
                SongTable.Row("a", null, ("track_popularity", "soon"), ("track_name", "first")),
                SongTable.Row("a", null, ("track_popularity", "99"), ("track_name", "second")),
                SongTable.Row("b", null, ("track_popularity", ""))
            ),
        ]);

        Assert.That(songs.Select(song => (song.TrackId, song.Name)), Is.EqualTo(new[] { ("a", "first"), ("b", "Song b") }));
    }

    [Test]
    public void Files_are_read_in_the_order_in_which_they_are_named()
    {
        string[] files = [Write("z.csv", SongTable.Row("z", Unlabelled)), Write("a.csv", SongTable.Row("a", Unlabelled), SongTable.Row("z", Unlabelled))];

        Assert.That(SongFiles.ReadUnlabelled(files).Select(song => song.TrackId), Is.EqualTo(new[] { "z", "a" }));
        Assert.That(SongFiles.ReadUnlabelled([.. files.Reverse()]).Select(song => song.TrackId), Is.EqualTo(new[] { "a", "z" }));
    }

    [Test]
    public void A_mapping_needs_none_of_its_labels_in_the_file()
    {
        var mapping = SongMapping.Read(table.WriteText("mapping.yaml", "hitThreshold: 30\ncolumns: {trackId: id, popularity: pop, energy: e}\n"));

        var songs = SongFiles.ReadUnlabelled([table.WriteText("mine.csv", "id,e\na,0.5\n")], mapping: mapping);

        Assert.That(songs.Single()[AudioFeature.Energy], Is.EqualTo(0.5));
    }

    [Test]
    public void A_column_that_predictions_need_is_still_asked_for()
    {
        var columns = Unlabelled.Where(column => column != "energy").ToArray();
        var file = table.WriteText("songs.csv", $"{string.Join(',', columns)}\n{SongTable.Row("a", columns)}\n");

        Assert.That(() => SongFiles.ReadUnlabelled([file]), Throws.InstanceOf<InvalidInputException>().With.Message.Contains("lacks the column energy of"));
    }

    [Test]
    public void Songs_to_learn_from_still_need_a_label()
    {
        var file = Write("songs.csv", SongTable.Row("a", Unlabelled));

        Assert.That(() => SongFiles.Read([file]), Throws.InstanceOf<InvalidInputException>().With.Message.Contains("track_popularity"));
    }

    [Test]
    public void Rows_without_track_ids_alone_are_refused_in_one_line()
    {
        var file = Write("songs.csv", SongTable.Row("a", Unlabelled, ("track_id", "")));

        Assert.That(() => SongFiles.ReadUnlabelled([file]), Throws.InstanceOf<InvalidInputException>().With.Message.Contains("no row has a track id"));
    }

    private string Write(string name, params string[] rows) => table.WriteText(name, string.Join('\n', [string.Join(',', Unlabelled), .. rows, ""]));

    private static string Shown(Song song) => $"{song.TrackId} {song.Name} {song.PrimaryArtist} {song.Genre} {song.Released} {string.Join(' ', song.Audio)}";
}
