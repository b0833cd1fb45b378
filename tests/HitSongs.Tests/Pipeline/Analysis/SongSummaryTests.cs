using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Reading;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Analysis;

/// <summary>Files summarised without an object per song give what their songs give.</summary>
public sealed class SongSummaryTests
{
    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [Test]
    public void The_sample_is_summarised_alike_by_column_and_by_song() =>
        AssertAlike([.. Sample.Paths]);

    [Test]
    public void Twelve_thousand_rows_of_all_kinds_are_counted_alike_by_column_and_by_song()
    {
        // More rows than the reader needs to foresee how many will come, in two files that have tracks in common.
        AssertAlike(
            table.Write("low.csv", [.. Enumerable.Range(0, 12_000).Select(Row)]),
            table.Write("high.csv", [.. Enumerable.Range(11_000, 500).Select(i => SongTable.Row($"{i}", null, ("track_popularity", "90")))])
        );
    }

    [Test]
    public void Files_whose_first_rows_are_much_shorter_than_the_others_are_read_to_the_end()
    {
        string[] rows = [.. Enumerable.Range(0, 12_000).Select(i => SongTable.Row($"{i}", null, ("track_name", i < 10_500 ? "x" : new string('x', 500))))];

        Assert.That(SongSummary.OfFiles([table.Write("songs.csv", rows)]).Card.RowsUsed, Is.EqualTo(12_000));
    }

    [Test]
    public void A_row_takes_no_more_memory_in_a_long_file_than_in_a_short_one()
    {
        var (few, many) = (BytesPerRow(20_000), BytesPerRow(100_000));

        // Tables and lists that double as they grow have up to twice the room that they need.
        Assert.That(many, Is.LessThan(1.5 * few));
        Assert.That(many, Is.LessThan(600), "about 360 were seen: 136 for the columns, 75 for the id, and copies of both while they grow");
    }

    private double BytesPerRow(int rows)
    {
        var path = table.Write(
            $"{rows}.csv",
            [.. Enumerable.Range(0, rows).Select(i => SongTable.Row($"track{i:0000000}", null, ("track_popularity", $"{i % 101}")))]
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        SongSummary.OfFiles([path]);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / rows;
    }

    private static string Row(int i) => SongTable.Row(i % 50 == 0 ? "" : $"{i % 9000}", null,
        ("track_popularity", (i % 40) switch { 0 => "", 1 => "150", _ => $"{i % 67}" }),
        ("energy", (i % 30) switch { 0 => "", 1 => "7", _ => FormattableString.Invariant($"{i % 100 / 100.0}") }),
        ("track_album_release_date", (i % 20) switch { 0 => "2020", 1 => "2020-05", 2 => "2099", 3 => "", 4 => "2020-01-01", _ => "2020-05-17" }),
        ("playlist_genre", i % 3 == 0 ? "pop" : "rock"),
        ("track_artist", i % 60 == 0 ? "" : $"artist {i % 100}"));

    private static void AssertAlike(params string[] paths)
    {
        var (data, summary) = (SongFiles.Read(paths), SongSummary.OfFiles(paths));
        var expected = SongDescription.Of(data).Summary;

        Assert.Multiple(() =>
        {
            Assert.That(summary.Card.Actions, Is.EqualTo(data.Card.Actions));
            Assert.That(summary.Card.RowsUsed, Is.EqualTo(data.Songs.Count));
            Assert.That(summary.Card.Hits, Is.EqualTo(data.Songs.Count(song => song.Hit)));
            Assert.That(summary.Columns, Is.EqualTo(expected.Columns));
            Assert.That(summary.Genres, Is.EqualTo(expected.Genres));
        });
    }
}
