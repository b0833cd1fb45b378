using HitSongs.Pipeline.Reading;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

public sealed class SongFilesTests
{
    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [Test]
    public void Reading_two_files_with_different_column_orders_matches_columns_by_name()
    {
        var reversed = SongTable.Columns.Reverse().ToList();
        var high = table.Write("high.csv", SongTable.Row("a", null, ("energy", "0.25"), ("track_popularity", "90")));
        var low = table.WriteText("low.csv", $"{string.Join(',', reversed)}\n{SongTable.Row("b", reversed, ("energy", "0.75"), ("track_popularity", "20"))}\n");

        var songs = SongFiles.Read([high, low]).Songs;

        Assert.That(songs.Select(s => (s.Song.TrackId, s.Song[AudioFeature.Energy], s.Popularity, s.Hit)),
            Is.EqualTo(new[] { ("a", 0.25, 90.0, true), ("b", 0.75, 20.0, false) }));
    }

    [Test]
    public void Column_names_in_capitals_and_further_columns_are_accepted()
    {
        var path = table.WriteText("songs.csv", $"comment,{string.Join(',', SongTable.Columns).ToUpperInvariant()}\nfine,{SongTable.Row("a")}\n");

        Assert.That(SongFiles.Read([path]).Songs.Single().Song.Genre, Is.EqualTo("pop"));
    }

    [Test]
    public void Byte_order_mark_carriage_returns_blank_lines_and_a_missing_last_line_end_are_accepted()
    {
        var path = table.WriteText("songs.csv", $"\uFEFF{string.Join(',', SongTable.Columns)}\r\n{SongTable.Row("a")}\r\n\r\n{SongTable.Row("b")}");

        Assert.That(SongFiles.Read([path]).Songs.Select(s => s.Song.TrackId), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Quoted_fields_may_hold_commas_quotes_and_line_breaks()
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("track_name", "\"One, \"\"two\"\"\nthree\""), ("track_artist", "\"First , Second\"")));

        var song = SongFiles.Read([path]).Songs.Single().Song;

        Assert.That(song.Name, Is.EqualTo("One, \"two\"\nthree"));
        Assert.That(song.PrimaryArtist, Is.EqualTo("First"));
        Assert.That(song.Artists, Is.EqualTo("First , Second"));
    }

    [TestCase("2024", 2024, null, null)]
    [TestCase("2024-02", 2024, 2, null)]
    [TestCase("2024-02-29", 2024, 2, 29)]
    public void Release_dates_keep_the_precision_they_are_written_in(string text, int year, int? month, int? day)
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("track_album_release_date", text)));

        Assert.That(SongFiles.Read([path]).Songs.Single().Song.Released, Is.EqualTo(new ReleaseDate(year, month, day)));
    }

    [TestCase("0000")]
    [TestCase("2023-02-29")]
    [TestCase("2023-13")]
    [TestCase("2099-01-01")]
    public void Dates_that_are_none_are_taken_as_unknown_and_counted(string text)
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a", null, ("track_album_release_date", text)))], today: new DateOnly(2025, 5, 17));

        Assert.That(data.Songs.Single().Song.Released, Is.Null);
        Assert.That(data.Actions.Single(), Is.EqualTo(new RowAction("songs.csv", 2, "impossible-date", CleaningEffect.Repaired, "a", text)));
    }

    [Test]
    public void Missing_audio_stays_missing_and_the_row_is_noted_with_its_line()
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b", null, ("energy", ""), ("tempo", "NaN")))]);

        Assert.That(data.Songs[1].Song[AudioFeature.Energy], Is.NaN);
        Assert.That(data.Songs[1].Song[AudioFeature.Valence], Is.EqualTo(0.5));
        Assert.That(data.Actions.Single(), Is.EqualTo(new RowAction("songs.csv", 3, "missing-audio", CleaningEffect.Noted, "b", "energy, tempo")));
    }

    [Test]
    public void Audio_out_of_its_range_is_taken_as_missing_and_counted()
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a", null, ("energy", "1.5"), ("duration_ms", "-200000")))]);

        Assert.That((data.Songs.Single().Song[AudioFeature.Energy], data.Songs.Single().Song[AudioFeature.DurationMs]), Is.EqualTo((double.NaN, double.NaN)));
        Assert.That(
            data.Actions.Single(),
            Is.EqualTo(new RowAction("songs.csv", 2, "out-of-range", CleaningEffect.Repaired, "a", "energy 1.5, duration_ms -200000"))
        );
    }

    [TestCase("150")]
    [TestCase("-1")]
    public void A_popularity_that_cannot_be_removes_its_row(string popularity)
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a", null, ("track_popularity", popularity)), SongTable.Row("b"))]);

        Assert.That(data.Songs.Select(song => song.Song.TrackId), Is.EqualTo(new[] { "b" }));
        Assert.That(data.Actions.Single(), Is.EqualTo(new RowAction("songs.csv", 2, "impossible-popularity", CleaningEffect.Removed, "a", popularity)));
    }

    [Test]
    public void Line_breaks_in_texts_are_kept_and_noted()
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a", null, ("track_name", "\"two\nlines\"")))]);

        Assert.That(data.Songs.Single().Song.Name, Is.EqualTo("two\nlines"));
        Assert.That(data.Actions.Single(), Is.EqualTo(new RowAction("songs.csv", 2, "line-break-in-text", CleaningEffect.Noted, "a", "track_name")));
    }

    [Test]
    public void Text_in_UTF_16_with_its_mark_is_read_and_said()
    {
        var path = Path.Combine(table.Folder, "songs.csv");
        File.WriteAllText(
            path,
            $"{string.Join(',', SongTable.Columns)}\n{SongTable.Row("a", null, ("track_name", "Señorita"))}\n",
            System.Text.Encoding.Unicode
        );

        var data = SongFiles.Read([path]);

        Assert.That(data.Songs.Single().Song.Name, Is.EqualTo("Señorita"));
        Assert.That(data.Actions.Select(action => action.Reason), Is.EqualTo(new[] { "byte-order-mark", "utf-16" }));
    }

    [Test]
    public void Every_reason_is_on_the_card_also_those_that_never_occurred()
    {
        var card = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a"))]).Card;

        Assert.That(
            card.Actions.Select(action => action.Reason),
            Is.EquivalentTo(
                new[]
                {
                    "repeated-track-id",
                    "track-id-in-several-files",
                    "missing-track-id",
                    "missing-popularity",
                    "impossible-popularity",
                    "impossible-date",
                    "out-of-range",
                    "column-in-per-cent",
                    "column-in-another-unit",
                    "popularity-from-0-to-1",
                    "value-in-words",
                    "list-of-texts",
                    "date-with-more",
                    "repeated-header",
                    "utf-16",
                    "windows-1252",
                    "other-separator",
                    "contradicting-popularity",
                    "contradicting-label",
                    "missing-audio",
                    "missing-text",
                    "missing-date",
                    "year-only-date",
                    "year-month-date",
                    "first-of-january",
                    "line-break-in-text",
                    "no-track-ids",
                    "no-artists",
                    "byte-order-mark",
                }
            )
        );
        Assert.That(card.Actions.Select(action => action.Count), Is.All.Zero);
    }

    [Test]
    public void Rows_without_track_id_or_popularity_are_removed_and_counted()
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row(""), SongTable.Row("b", null, ("track_popularity", "")), SongTable.Row("c"))]);

        Assert.That(data.Songs.Select(s => s.Song.TrackId), Is.EqualTo(new[] { "c" }));
        Assert.That(data.Actions.Select(a => (a.Line, a.Reason, a.Effect)), Is.EqualTo(new[]
        {
            (2, "missing-track-id", CleaningEffect.Removed), (3, "missing-popularity", CleaningEffect.Removed),
        }));
        Assert.That((data.Card.RowsRead, data.Card.RowsUsed), Is.EqualTo((3, 1)));
    }

    [Test]
    public void The_first_copy_of_a_track_is_used_and_the_others_are_listed()
    {
        var data = SongFiles.Read([table.Write("songs.csv",
            SongTable.Row("a", null, ("playlist_genre", "first")), SongTable.Row("b"), SongTable.Row("a", null, ("playlist_genre", "second")))]);

        Assert.That(data.Songs.Select(s => (s.Song.TrackId, s.Song.Genre)), Is.EqualTo(new[] { ("a", "first"), ("b", "pop") }));
        Assert.That(data.Actions.Single(), Is.EqualTo(new RowAction("songs.csv", 4, "repeated-track-id", CleaningEffect.Removed, "a", "songs.csv:2")));
    }

    [Test]
    public void Of_copies_that_contradict_each_other_the_more_popular_one_is_used_and_the_contradiction_noted()
    {
        var data = SongFiles.Read([table.Write("songs.csv",
            SongTable.Row("a", null, ("track_popularity", "60")), SongTable.Row("a", null, ("track_popularity", "70")))]);

        Assert.That(data.Songs.Single().Popularity, Is.EqualTo(70));
        Assert.That(data.Card.Actions.Where(a => a.Count > 0).Select(a => a.Reason), Is.EqualTo(new[] { "repeated-track-id", "contradicting-popularity" }));
    }

    [Test]
    public void The_order_in_which_files_are_named_changes_nothing()
    {
        var high = table.Write(
            "z.csv",
            SongTable.Row("a", null, ("track_popularity", "68"), ("playlist_genre", "high")),
            SongTable.Row("h", null, ("track_popularity", "90"))
        );
        var low = table.Write(
            "a.csv",
            SongTable.Row("l", null, ("track_popularity", "10")),
            SongTable.Row("a", null, ("track_popularity", "68"), ("playlist_genre", "low"))
        );

        var one = SongFiles.Read([high, low]);
        var other = SongFiles.Read([low, high]);

        Assert.That(one.Songs.Single(s => s.Song.TrackId == "a").Song.Genre, Is.EqualTo("high"));
        Assert.That(other.Songs.Select(s => (s.Song.TrackId, s.Song.Genre, s.Hit)), Is.EqualTo(one.Songs.Select(s => (s.Song.TrackId, s.Song.Genre, s.Hit))));
        Assert.That(other.Card.Files, Is.EqualTo(one.Card.Files));
        Assert.That(other.Actions, Is.EqualTo(one.Actions));
        Assert.That(one.Actions.Single(), Is.EqualTo(new RowAction("a.csv", 3, "track-id-in-several-files", CleaningEffect.Removed, "a", "z.csv:2")));
    }

    [TestCase(67, false)]
    [TestCase(68, true)]
    public void A_song_is_a_hit_from_popularity_68(int popularity, bool hit)
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a", null, ("track_popularity", $"{popularity}")))]);

        Assert.That(data.Songs.Single().Hit, Is.EqualTo(hit));
        Assert.That((data.Card.HitThreshold, data.Card.Hits), Is.EqualTo((68.0, hit ? 1 : 0)));
    }

    [Test]
    public void One_made_up_row_is_enough_to_call_the_data_synthetic()
    {
        var card = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("synthetic000001"))]).Card;

        Assert.That((card.Synthetic, card.Name), Is.EqualTo((true, "Spotify Music Dataset (synthetic sample)")));
    }

    [Test]
    public void Card_names_each_file_with_its_hash_and_rows()
    {
        var path = table.WriteText("songs.csv", $"{string.Join(',', SongTable.Columns)}\n{SongTable.Row("a")}\n");

        var file = SongFiles.Read([path]).Card.Files.Single();

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        Assert.That(file, Is.EqualTo(new DataFile("songs.csv", hash, 1)));
    }

    [Test]
    public void Nothing_public_of_a_song_tells_its_playlist()
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("playlist_id", "the-playlist")));

        var data = SongFiles.Read([path]);

        Assert.That(data.Playlists["a"], Is.EqualTo("the-playlist"));
        Assert.That(data.ToString(), Does.Not.Contain("the-playlist"));
        Assert.That(
            typeof(Song).GetProperties().Select(p => p.GetValue(data.Songs[0].Song, p.GetIndexParameters().Length > 0 ? [AudioFeature.Key] : null)?.ToString()),
            Has.None.Contains("the-playlist")
        );
    }

    [Test]
    public void Progress_is_told_per_file_up_to_the_last_row()
    {
        var told = new Recorder();
        var path = table.Write("songs.csv", Enumerable.Range(0, 1500).Select(i => SongTable.Row($"{i}")).ToArray());

        SongFiles.Read([path], told);

        Assert.That(told.Reports, Is.EqualTo(new[] { new ReadProgress(path, 1000), new ReadProgress(path, 1500) }));
    }

    private sealed class Recorder : IProgress<ReadProgress>
    {
        public List<ReadProgress> Reports { get; } = [];

        public void Report(ReadProgress value) => Reports.Add(value);
    }
}
