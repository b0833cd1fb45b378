using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>What programs write around, above and into a table of songs when they export it.</summary>
public sealed class ExportedSongFilesTests
{
    private static readonly string Header = string.Join(',', SongTable.Columns);

    private SongTable table = null!;

    [SetUp]
    public void MakeTable() => table = new SongTable();

    [TearDown]
    public void RemoveTable() => table.Dispose();

    [TestCase("track id", "Track Name", "DURATION (MS)")]
    [TestCase("trackId", "track-name", "durationMs")]
    [TestCase("Track ID ", "TrackName", "Duration_ms")]
    public void Columns_are_known_by_their_letters(string id, string name, string duration)
    {
        var header = Header.Replace("track_id", id).Replace("track_name", name).Replace("duration_ms", duration);

        var song = Read(header, SongTable.Row("a")).Songs.Single().Song;

        Assert.That((song.TrackId, song.Name, song[AudioFeature.DurationMs]), Is.EqualTo(("a", "Song a", 200_000)));
    }

    [Test]
    public void A_name_that_is_written_as_it_should_be_goes_before_one_of_the_same_letters()
    {
        var data = Read($"{Header},Energy ?", $"{SongTable.Row("a")},0.9");

        Assert.That(data.Songs.Single().Song[AudioFeature.Energy], Is.EqualTo(0.5));
    }

    [Test]
    public void Of_two_columns_with_the_same_letters_none_is_taken() => Assert.That(
        () => Read($"{Header.Replace("energy", "Energy!")},Energy ?", $"{SongTable.Row("a")},0.9"),
        Throws.TypeOf<InvalidInputException>().With.Message.Contains("lacks the column energy"));

    [TestCase("Songs of 2024")]
    [TestCase("# from the API\n# on 1 May")]
    [TestCase("Songs,of,2024\n\"made, by me\"\n")]
    public void Titles_before_the_header_are_left_out_and_counted(string titles)
    {
        var data = Read(titles, Header, SongTable.Row("a"));

        Assert.That(data.Songs.Single().Song.TrackId, Is.EqualTo("a"));
        Assert.That(Count(data, "repeated-header"), Is.EqualTo(titles.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Test]
    public void Titles_do_not_hide_that_semicolons_separate()
    {
        var data = Read("Songs, by me", Header.Replace(',', ';'), SongTable.Row("a").Replace(',', ';').Replace("-6.5", "-6,5"));

        Assert.That(data.Songs.Single().Song[AudioFeature.Loudness], Is.EqualTo(-6.5));
    }

    [Test]
    public void A_file_without_header_is_told_by_its_first_line() => Assert.That(
        () => Read([.. Enumerable.Range(0, 50).Select(i => SongTable.Row($"{i}"))]),
        Throws.TypeOf<InvalidInputException>().With.Message.Contains("songs.csv:1: the first line has no column name of a known data set"));

    [TestCase("dB", "bpm")]
    [TestCase("float64", "float64")]
    [TestCase("---", "---")]
    public void A_line_of_units_below_the_header_is_left_out_and_counted(string loudness, string tempo)
    {
        var empty = SongTable.Columns.Select(column => (column, "")).Where(change => change.column is not ("loudness" or "tempo"));
        var units = SongTable.Row("", null, [.. empty, ("loudness", loudness), ("tempo", tempo)]);

        var data = Read(Header, units, SongTable.Row("a"));

        Assert.That((data.Songs.Count, data.Card.RowsRead, Count(data, "repeated-header")), Is.EqualTo((1, 2, 1)));
    }

    [Test]
    public void A_first_song_with_a_bad_number_is_no_line_of_units() => Assert.That(
        () => Read(Header, SongTable.Row("a", null, ("energy", "loud"))),
        Throws.TypeOf<InvalidInputException>().With.Message.Contains("songs.csv:2: column 'energy'"));

    [Test]
    public void Files_that_were_joined_have_their_header_and_their_mark_twice()
    {
        var data = Read($"\uFEFF{Header}", SongTable.Row("a"), $"\uFEFF{Header}", SongTable.Row("b"));

        Assert.That((data.Songs.Count, Count(data, "repeated-header")), Is.EqualTo((2, 1)));
    }

    [TestCase("duration_ms", "\"202,933\"", 202_933)]
    [TestCase("duration_ms", "202 933", 202_933)]
    [TestCase("duration_ms", "202\u202F933", 202_933)]
    [TestCase("duration_ms", "\"1,034,000\"", 1_034_000)]
    [TestCase("duration_ms", "1.034.000", 1_034_000)]
    [TestCase("duration_ms", "3 min 45 s", 225_000)]
    [TestCase("duration_ms", "3m45s", 225_000)]
    [TestCase("duration_ms", "PT3M45S", 225_000)]
    [TestCase("duration_ms", "1 h 2 min 3 s", 3_723_000)]
    [TestCase("duration_ms", "225.5 sec", 225_500)]
    [TestCase("duration_ms", "3.75 min", 225_000)]
    [TestCase("loudness", "−6.5", -6.5)]
    [TestCase("loudness", "\"-6,5\"", -6.5)]
    [TestCase("loudness", "\"−6,5 dB\"", -6.5)]
    [TestCase("energy", "\"0,755\"", 0.755)]
    [TestCase("energy", "\"62,5 %\"", 0.625)]
    [TestCase("mode", "TRUE", 1)]
    [TestCase("mode", "moll", 0)]
    public void Numbers_are_understood_as_people_and_spreadsheets_write_them(string column, string text, double value)
    {
        var data = Read(Header, SongTable.Row("a", null, (column, text)));

        Assert.That(data.Songs.Single().Song.Audio[SongTable.AudioColumn(column)], Is.EqualTo(value).Within(1e-9));
        Assert.That(Count(data, "value-in-words"), Is.EqualTo(1));
    }

    [TestCase("duration_ms", "3 songs")]
    [TestCase("duration_ms", "min")]
    [TestCase("duration_ms", "1,2,3")]
    [TestCase("loudness", "6,5,1")]
    [TestCase("mode", "8")]
    public void What_is_no_number_stays_none(string column, string text)
    {
        if (text == "8")
            Assert.That(Count(Read(Header, SongTable.Row("a", null, (column, text))), "out-of-range"), Is.EqualTo(1));
        else
            Assert.That(() => Read(Header, SongTable.Row("a", null, (column, $"\"{text}\""))), Throws.TypeOf<InvalidInputException>());
    }

    [Test]
    public void Points_between_thousands_are_understood_where_commas_are_decimal()
    {
        var row = SongTable.Row("a", null, ("duration_ms", "215.947")).Replace(',', ';').Replace("-6.5", "-6,5");

        Assert.That(Read(Header.Replace(',', ';'), row).Songs.Single().Song[AudioFeature.DurationMs], Is.EqualTo(215_947));
    }

    [TestCase("62 %", 62)]
    [TestCase("62/100", 62)]
    [TestCase("\"62,5\"", 62.5)]
    public void Popularities_are_understood_as_people_write_them(string text, double value) =>
        Assert.That(Read(Header, SongTable.Row("a", null, ("track_popularity", text))).Songs.Single().Popularity, Is.EqualTo(value));

    [TestCase("N.A.")]
    [TestCase("(null)")]
    [TestCase("\\N")]
    [TestCase("#DIV/0!")]
    [TestCase("undefined")]
    [TestCase("--")]
    public void Words_for_no_value_are_no_value(string text) =>
        Assert.That(Count(Read(Header, SongTable.Row("a", null, ("tempo", text))), "missing-audio"), Is.EqualTo(1));

    [TestCase("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1", "an Excel workbook")]
    [TestCase("ARROW1\0\0", "an Arrow or Feather file")]
    [TestCase("SQLite format 3\0", "an SQLite database")]
    [TestCase("%PDF-1.7\n", "a PDF")]
    [TestCase("{\\rtf1 Songs}", "a text document (RTF)")]
    [TestCase("BZh91AY&SY", "packed by bzip2")]
    [TestCase("\n <!DOCTYPE html>", "a web page or XML")]
    public void What_is_no_CSV_is_called_by_its_name(string start, string kind)
    {
        var path = Path.Combine(table.Folder, "songs.csv");
        File.WriteAllBytes(path, [.. System.Text.Encoding.Latin1.GetBytes(start), .. new byte[100]]);

        Assert.That(() => SongFiles.Read([path]), Throws.TypeOf<InvalidInputException>().With.Message.Contains($"the file is {kind} and not CSV"));
    }

    private SongData Read(params string[] lines) => SongFiles.Read([table.WriteText("songs.csv", string.Join('\n', [.. lines, ""]))]);

    private static int Count(SongData data, string reason) => data.Card.Actions.Single(action => action.Reason == reason).Count;
}
