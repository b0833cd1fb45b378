using System.Text;
using HitSongs.Pipeline.Reading;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

public sealed class DamagedSongFilesTests
{
    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [Test]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(table.Folder, "none.csv");

        AssertRefused(path, null, $"{path}: the file does not exist. Check the path.");
    }

    [Test]
    public void A_folder_is_no_file() =>
        AssertRefused(table.Folder, null, $"{table.Folder}: it is a folder and not a file. Name a CSV file that you may read.");

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("\uFEFF")]
    public void An_empty_file_is_refused(string text)
    {
        var path = table.WriteText("songs.csv", text);

        AssertRefused(path, null, $"{path}: the file is empty. Name a CSV file with a header line and one song per line.");
    }

    [Test]
    public void A_header_without_songs_is_refused()
    {
        var path = table.Write("songs.csv");

        AssertRefused(path, null, $"{path}: the file has a header and no songs. Name a CSV file with one song per line.");
    }

    [Test]
    public void Missing_columns_are_named()
    {
        var columns = SongTable.Columns.Where(column => column is not "energy" and not "track_popularity").ToList();
        var path = table.WriteText("songs.csv", $"{string.Join(',', columns)}\n{SongTable.Row("a", columns)}\n");

        AssertRefused(
            path,
            1,
            $"{path}:1: the header lacks the columns track_popularity, energy of 'Spotify Music Dataset'. "
                + "Name a file with the columns of 'Spotify Music Dataset' (their order and case are free), or map other names with --mapping FILE.yaml (a "
                    + "choice of data, train, predict, explain and leaks)."
        );
    }

    [Test]
    public void A_column_name_that_occurs_twice_in_whatever_case_is_refused()
    {
        var path = table.WriteText("songs.csv", $"{string.Join(',', SongTable.Columns)},Energy\n{SongTable.Row("a")},0.5\n");

        AssertRefused(path, 1, $"{path}:1: the column 'Energy' occurs twice (fields 11 and 23). Give every column a name of its own.");
    }

    [TestCase("a,b", 2)]
    [TestCase("", 23)]
    public void A_row_with_another_number_of_fields_is_refused(string extra, int fields)
    {
        var row = extra.Length > 0 ? extra : SongTable.Row("b") + ",0.5";
        var path = table.Write("songs.csv", SongTable.Row("a"), row);

        AssertRefused(
            path,
            3,
            $"{path}:3: the row has {fields} fields, the header has 22. Add or remove the commas that are wrong, and quote fields that contain commas."
        );
    }

    [TestCase("loud")]
    [TestCase("1,5,0")]
    [TestCase("0x10")]
    public void Text_in_a_column_of_numbers_is_refused_with_line_and_column(string text)
    {
        var path = table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b", null, ("loudness", $"\"{text}\"")));

        AssertRefused(path, 3, $"{path}:3: column 'loudness' (field 13): '{text}' is not a number. "
            + "Write it with a decimal point, or leave the field empty where the value is unknown.");
    }

    [TestCase("17/05/24")]
    [TestCase("Q1 2020")]
    [TestCase("44927")]
    [TestCase("24")]
    [TestCase("2024-05-17-01")]
    public void A_date_in_another_form_is_refused(string text)
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("track_album_release_date", text)));

        AssertRefused(path, 2, $"'{text}' is not a date. Write it as 2024, 2024-05 or 2024-05-17.");
    }

    [Test]
    public void A_quote_that_is_never_closed_is_refused_at_the_line_where_it_opens()
    {
        var path = table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b", null, ("track_name", "\"open")), SongTable.Row("c"));

        AssertRefused(path, 3, $"{path}:3: a quoted field is not closed. Quote the whole field, close the quote, and write a quote inside it twice.");
    }

    [Test]
    public void A_quote_that_swallows_a_megabyte_is_refused_at_the_line_where_it_opens()
    {
        var path = table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b", null, ("track_name", "\"" + new string('x', 3 << 20))));

        AssertRefused(path, 3, $"{path}:3: the row does not end within a megabyte. Close the quote that is open there, or name a file with one song per line.");
    }

    [Test]
    public void Text_after_a_closing_quote_is_refused()
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("track_name", "\"Song\" live")));

        AssertRefused(path, 2, "text follows the closing quote of a field");
    }

    [Test]
    public void A_line_number_counts_line_breaks_inside_quoted_fields()
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("track_name", "\"two\nlines\"")), SongTable.Row("b", null, ("energy", "much")));

        AssertRefused(path, 4, $"{path}:4: column 'energy'");
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused()
    {
        var path = Path.Combine(table.Folder, "songs.csv");
        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes($"{string.Join(',', SongTable.Columns)}\n{SongTable.Row("ä")}\n"), 0xC3, 0x28]);

        AssertRefused(path, 3, $"{path}:3: the row is not UTF-8 text, though rows before it are. Save the file as CSV in UTF-8.");
    }

    [Test]
    public void A_line_without_an_end_is_refused_before_it_fills_the_memory()
    {
        var path = Path.Combine(table.Folder, "songs.csv");
        using (var file = File.Create(path))
            file.SetLength(1L << 30);
        // A gigabyte of NUL on a sparse file: what is refused is the record that does not end.
        var before = GC.GetTotalAllocatedBytes();

        AssertRefused(path, 1, "the row does not end within a megabyte");

        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(64L << 20));
    }

    [Test]
    public void NUL_bytes_are_refused_with_their_line()
    {
        var path = table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b", null, ("track_name", "So\0ng")));

        AssertRefused(path, 3, $"{path}:3: the row has NUL bytes, so that the file is no text, or UTF-16 without its mark. Save it as CSV in UTF-8.");
    }

    [Test]
    public void UTF_16_without_its_mark_is_refused()
    {
        var path = Path.Combine(table.Folder, "songs.csv");
        File.WriteAllBytes(path, Encoding.Unicode.GetBytes($"{string.Join(',', SongTable.Columns)}\n{SongTable.Row("a")}\n"));

        AssertRefused(path, 1, "UTF-16 without its mark");
    }

    [TestCase("# Songs\n\nA page about songs, no table.\n")]
    public void A_file_that_is_no_table_of_songs_is_refused(string text) =>
        AssertRefused(table.WriteText("songs.csv", text), 1, "the first line");

    [Test]
    public void An_impossible_label_is_refused()
    {
        var path = table.WriteText(
            "songs.csv",
            $"{string.Join(',', SongSchemasTests.HitPredictor)}\n{SongTable.Row("a", SongSchemasTests.HitPredictor, ("target", "2"))}\n"
        );

        AssertRefused(path, 2, "column 'target' (field 19): '2' is not 0 or 1. Write 1 for a hit and 0 for another song.");
    }

    [Test]
    public void Naming_a_file_twice_is_refused()
    {
        var path = table.Write("songs.csv", SongTable.Row("a"));

        var refusal = Assert.Throws<InvalidInputException>(() => SongFiles.Read([path, path]));

        Assert.That(refusal!.Message, Is.EqualTo($"{path}: it holds the same bytes as {path}. Name every file once."));
    }

    [Test]
    public void A_file_in_which_no_row_can_be_used_is_refused()
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("track_popularity", "")));

        AssertRefused(path, null, "no row has both a track id and a popularity");
    }

    private static void AssertRefused(string path, int? line, string message)
    {
        var refusal = Assert.Throws<InvalidInputException>(() => SongFiles.Read([path]));
        Assert.That(refusal!.Message, Does.Contain(message));
        Assert.That(refusal.Message, Does.Not.Contain('\n'));
        Assert.That((refusal.File, refusal.Line), Is.EqualTo((path, line)));
    }
}
