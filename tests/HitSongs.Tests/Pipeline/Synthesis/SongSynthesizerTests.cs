using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Synthesis;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Synthesis;

public sealed class SongSynthesizerTests
{
    private DirectoryInfo folder = null!;

    private static TwinParameters Figures => TwinFile.Read(Path.Combine(Sample.Folder, "parameters.json"));

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("hitsongs-");

    [TearDown]
    public void RemoveFolder() => folder.Delete(recursive: true);

    [Test]
    public void The_committed_sample_is_what_the_synthesizer_writes()
    {
        SongSynthesizer.Write(folder.FullName, Figures, rows: 5_000, seed: 1);

        foreach (var committed in Sample.Paths)
        {
            var written = Path.Combine(folder.FullName, Path.GetFileName(committed));
            Assert.That(File.ReadAllBytes(written).AsSpan().SequenceEqual(File.ReadAllBytes(committed)), Is.True,
                $"{Path.GetFileName(committed)} differs; remake it with 'data synthesize --rows 5000 --seed 1 --out data' if that is meant");
        }
    }

    [Test]
    public void The_committed_sample_is_small_enough_for_a_repository() =>
        Assert.That(Sample.Paths.Sum(path => new FileInfo(path).Length), Is.LessThan(2_500_000));

    [Test]
    public void The_sample_says_that_it_is_synthetic()
    {
        Assert.That((Sample.Songs.Card.Synthetic, Sample.Songs.Card.Name), Is.EqualTo((true, "Spotify Music Dataset (synthetic sample)")));
        Assert.That(Sample.Songs.Songs.Select(song => song.Song.TrackId), Is.All.StartsWith("synthetic"));
        Assert.That(Sample.Songs.Songs.Select(song => song.Song.Name), Is.All.StartsWith("Synthetic song "));
        Assert.That(Sample.Songs.Songs.Select(song => song.Song.PrimaryArtist), Is.All.StartsWith("Synthetic artist "));
    }

    [Test]
    public void The_sample_has_every_trap_that_its_card_lists()
    {
        var counts = Sample.Songs.Card.Actions.Where(action => action.Count > 0).Select(action => (action.Reason, action.Count));
        var headers = Sample.Paths.Select(path => File.ReadLines(path).First().Split(',')).ToList();

        Assert.That((Sample.Songs.Card.RowsRead, Sample.Songs.Card.RowsUsed, Sample.Songs.Card.Hits), Is.EqualTo((5_000, 4_652, 1_514)));
        Assert.That(counts, Is.EqualTo(new[]
        {
            ("repeated-track-id", 304), ("track-id-in-several-files", 44), ("missing-audio", 1),
            ("year-only-date", 143), ("year-month-date", 1), ("first-of-january", 246),
        }));
        Assert.That(headers[0], Has.Length.EqualTo(29).And.EquivalentTo(headers[1]).And.Not.EqualTo(headers[1]));
    }

    [Test]
    public void Tracks_of_both_files_have_the_popularity_that_divides_them()
    {
        var shared = Sample.Songs.Actions.Where(action => action.Reason == "track-id-in-several-files").Select(action => action.TrackId).ToHashSet();

        Assert.That(Sample.Songs.Songs.Where(song => shared.Contains(song.Song.TrackId)).Select(song => song.Popularity), Is.All.EqualTo(68));
    }

    [Test]
    public void Ids_tell_nothing_about_the_label()
    {
        var songs = Sample.Songs.Songs;
        var numbers = songs.Select(song => double.Parse(song.Song.TrackId["synthetic".Length..])).ToArray();

        // A standard error is 0.009 for 1,514 hits and 3,138 others.
        Assert.That(HitMetrics.AreaUnderRocCurve(numbers, songs.Select(song => song.Hit).ToArray()), Is.EqualTo(0.5).Within(0.04));
    }

    [TestCase(200)]
    [TestCase(777)]
    public void Any_number_of_rows_is_written_exactly(int rows)
    {
        SongSynthesizer.Write(folder.FullName, Figures, rows, seed: 5);

        var card = SongFiles.Read([Path.Combine(folder.FullName, SongSynthesizer.HighFile), Path.Combine(folder.FullName, SongSynthesizer.LowFile)]).Card;

        Assert.That(card.RowsRead, Is.EqualTo(rows));
        Assert.That(card.Actions.Single(action => action.Reason == "out-of-range").Count, Is.Zero);
    }

    [Test]
    public void Another_seed_makes_other_songs()
    {
        SongSynthesizer.Write(folder.FullName, Figures, rows: 5_000, seed: 2);

        Assert.That(File.ReadAllBytes(Path.Combine(folder.FullName, SongSynthesizer.HighFile)).AsSpan().SequenceEqual(File.ReadAllBytes(Sample.Paths[0])), Is.False);
    }

    [Test]
    public void A_name_that_ends_in_csv_gets_all_rows_in_one_file()
    {
        var path = Path.Combine(folder.FullName, "new", "songs.csv");

        SongSynthesizer.Write(path, Figures, 300, seed: 1);

        Assert.That(SongFiles.Read([path]).Card.RowsRead, Is.EqualTo(300));
    }

    [Test]
    public void Too_few_rows_for_every_trap_are_refused() =>
        Assert.That(() => SongSynthesizer.Write(folder.FullName, Figures, 199, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
