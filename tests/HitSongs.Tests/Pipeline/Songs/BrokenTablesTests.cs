using System.Globalization;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>Tables that other programs have written otherwise than CSV says, or around which people have put more than songs.</summary>
public sealed class BrokenTablesTests
{
    private const int Songs = 40;

    private static readonly string Header = string.Join(',', SongTable.Columns);

    private static readonly string[] Rows = [.. Enumerable.Range(0, Songs).Select(i => SongTable.Row($"id{i}", null, ("track_popularity", $"{2 * i}")))];

    private SongTable table = null!;

    [SetUp]
    public void MakeTable() => table = new SongTable();

    [TearDown]
    public void RemoveTable() => table.Dispose();

    [TestCase("PK\u0003\u0004\u0014\0\0\0\b\0songs.csv", "a ZIP archive or an Excel workbook")]
    [TestCase("version https://git-lfs.github.com/spec/v1\noid sha256:ab\n", "a pointer of Git LFS")]
    public void Archives_and_pointers_are_called_by_their_name(string start, string kind) =>
        AssertRefused([start], $"songs.csv: the file is {kind} and not CSV");

    [Test]
    public void Columns_between_which_no_known_separator_stands_are_told(
        [Values(" ", "^", "~", "  ")] string separator) =>
        AssertRefused(
            [Header.Replace(",", separator, StringComparison.Ordinal), Rows[0].Replace(",", separator, StringComparison.Ordinal)],
            "songs.csv:1: the first line names columns, but no comma, semicolon, tab or bar stands between them");

    [Test]
    public void Lines_that_are_quoted_as_a_whole_are_told() =>
        AssertRefused([$"\"{Header}\"", $"\"{Rows[0]}\""], "and quotes around a field and never around a line");

    [Test]
    public void Apostrophes_are_no_quotes() =>
        AssertRefused([Quoted(Header), Quoted(Rows[0])], "songs.csv:1: fields are quoted by apostrophes. Quote them by double quotes");

    [TestCase("energy", "'0.25", 0.25)]
    [TestCase("time_signature", "'3", 3)]
    [TestCase("duration_ms", "'192210", 192_210)]
    public void Numbers_that_a_spreadsheet_was_told_to_take_for_text_are_numbers(string column, string text, double value) => Assert.That(
        Read(Header, SongTable.Row("a", null, (column, text))).Songs[0].Song[(AudioFeature)SongTable.AudioColumn(column)], Is.EqualTo(value));

    [Test]
    public void Rows_that_R_has_numbered_are_read_and_told()
    {
        var data = Read([Header, .. Rows.Select((row, i) => $"\"{i + 1}\",{row}")]);

        Assert.That((data.Songs.Count, data.Songs[7].Song.TrackId, data.Songs[7].Popularity), Is.EqualTo((Songs, "id7", 14)));
        Assert.That(data.Card.Remarks, Has.Some.EndsWith("rows begin with a number that the header does not name: left out."));
    }

    [Test]
    public void Rows_that_end_with_a_comma_are_read_and_told()
    {
        var data = Read([Header, .. Rows.Select(row => $"{row},")]);

        Assert.That(data.Songs, Has.Count.EqualTo(Songs));
        Assert.That(data.Card.Remarks, Has.Some.EndsWith("rows end with an empty field that the header does not name: left out."));
    }

    [TestCase("Total")]
    [TestCase("Average:")]
    [TestCase("mean")]
    public void Rows_that_sum_others_up_are_no_songs(string word)
    {
        var changes = new[] { "track_name", "track_artist", "track_album_name", "playlist_genre", "playlist_subgenre" }.Select(column => (column, ""));
        var data = Read([Header, .. Rows, SongTable.Row(word, null, [.. changes])]);

        Assert.That((data.Songs.Count, data.Card.RowsRead, Count(data, "repeated-header")), Is.EqualTo((Songs, Songs + 1, 1)));
    }

    [Test]
    public void A_song_may_be_called_Total() =>
        Assert.That(Read([Header, .. Rows, SongTable.Row("Total", null, ("track_name", "Total"))]).Songs, Has.Count.EqualTo(Songs + 1));

    [Test]
    public void Remarks_below_the_table_are_left_out_and_counted()
    {
        var data = Read([Header, .. Rows, "", "Source: nobody", "(40 rows affected)"]);

        Assert.That((data.Songs.Count, Count(data, "repeated-header")), Is.EqualTo((Songs, 2)));
    }

    [TestCase("<<<<<<< HEAD")]
    public void A_line_of_text_between_songs_is_refused_with_its_line(string text) =>
        AssertRefused([Header, Rows[0], text, Rows[1]], "songs.csv:3: the row has 1 field, the header has 22");

    [Test]
    public void Words_where_numbers_belong_are_units_right_below_the_header_and_no_songs_thereafter() =>
        AssertRefused([Header, .. Rows.Select(row => row.Replace("0.5", "half", StringComparison.Ordinal).Replace("120", "fast", StringComparison.Ordinal)
            .Replace("-6.5", "loud", StringComparison.Ordinal).Replace("200000", "long", StringComparison.Ordinal)
            .Replace(",4", ",four", StringComparison.Ordinal)
            .Replace(",5,", ",five,", StringComparison.Ordinal).Replace(",1,", ",one,", StringComparison.Ordinal))], "'half' is not a number");

    [Test]
    public void Of_a_standardised_column_no_value_is_used()
    {
        var data = Read([Header, .. Enumerable.Range(0, Songs).Select(i => SongTable.Row($"{i}", null, ("energy", Text((i - 20) / 10.0))))]);

        Assert.That(data.Songs.Select(song => song.Song[AudioFeature.Energy]), Is.All.NaN);
        Assert.That(data.Card.Remarks, Has.Some.Contain("energy: 29 of 40 values lie outside its documented range and the whole column is taken as missing"));
    }

    [Test]
    public void A_popularity_that_is_a_rank_is_told()
    {
        var data = Read([Header, .. Enumerable.Range(0, Songs).Select(i => SongTable.Row($"{i}", null, ("track_popularity", $"{10 * i}")))]);

        Assert.That(Count(data, "impossible-popularity"), Is.EqualTo(29));
        Assert.That(data.Card.Remarks, Has.Some.Contain("track_popularity: 29 of 40 values lie outside 0 to 100; is it a rank, a count, or standardised?"));
    }

    [TestCase("Dm", 2)]
    [TestCase("F#m", 6)]
    [TestCase("Bbm", 10)]
    public void Minor_keys_have_names(string text, double key) =>
        Assert.That(Read(Header, SongTable.Row("a", null, ("key", text))).Songs[0].Song[AudioFeature.Key], Is.EqualTo(key));

    [Test]
    public void What_did_not_fit_into_a_column_of_a_spreadsheet_is_missing() =>
        Assert.That(Count(Read(Header, SongTable.Row("a", null, ("track_album_release_date", "########"))), "missing-date"), Is.EqualTo(1));

    [Test]
    public void Of_artists_that_are_objects_the_names_are_read() => Assert.That(
        Read(Header, SongTable.Row("a", null, ("track_artist", "\"[{\"\"name\"\": \"\"A\"\", \"\"id\"\": \"\"1\"\"}, {\"\"name\"\": \"\"B\"\"}]\"")))
            .Songs[0].Song.Artists,
        Is.EqualTo("A, B"));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string line) => string.Join(',', line.Split(',').Select(field => $"'{field}'"));

    private SongData Read(params string[] lines) => SongFiles.Read([table.WriteText("songs.csv", string.Join('\n', [.. lines, ""]))]);

    private void AssertRefused(string[] lines, string message) =>
        Assert.That(() => Read(lines), Throws.TypeOf<InvalidInputException>().With.Message.Contains(message));

    private static int Count(SongData data, string reason) => data.Card.Actions.Single(action => action.Reason == reason).Count;
}
