using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Splits;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class ArtistFoldsTests
{
    [FsCheck.NUnit.Property(MaxTest = 50)]
    public Property Folds_are_disjoint_complete_and_never_split_an_artist() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Artist, byte Popularity)[]>(), ArbMap.Default.ArbFor<(byte K, int Seed)>(), (rows, choice) =>
        {
            var songs = rows.Select((row, i) => MadeSongs.Labelled($"{i}", row.Popularity % 101, $"Artist {row.Artist % 20}")).ToList();
            var k = 2 + (choice.K % 4);
            if (songs.Select(song => song.Song.PrimaryArtist).Distinct().Count() < k)
                return true;

            var folds = ArtistFolds.Make(songs, k, choice.Seed);
            return folds.Count == k
                && folds.SelectMany(fold => fold.Test).Order(ById).SequenceEqual(songs.Order(ById))
                && folds.All(fold => fold.Test.Count > 0
                    && fold.Training.Concat(fold.Test).Order(ById).SequenceEqual(songs.Order(ById))
                    && !fold.Test.Select(Artist).Intersect(fold.Training.Select(Artist)).Any());
        });

    [Test]
    public void Folds_of_the_sample_are_balanced_in_songs_and_hits()
    {
        var songs = Sample.Songs.Songs;

        var folds = ArtistFolds.Make(songs, 5, seed: 1);

        // Most artists have one song, so the greedy division comes within a few songs of a fifth.
        Assert.That(folds.Select(fold => (double)fold.Test.Count), Is.All.EqualTo(songs.Count / 5.0).Within(5));
        Assert.That(folds.Select(fold => (double)fold.Test.Count(song => song.Hit)), Is.All.EqualTo(songs.Count(song => song.Hit) / 5.0).Within(5));
    }

    [Test]
    public void Rows_are_shuffled_so_that_neighbours_tell_nothing()
    {
        var songs = Sample.Songs.Songs;
        static double SameAsNext(IReadOnlyList<LabelledSong> rows) => rows.Zip(rows.Skip(1), (a, b) => a.Hit == b.Hit ? 1.0 : 0.0).Average();

        var test = ArtistFolds.Make(songs, 5, seed: 1)[0].Test;

        // With a third of hits, neighbours agree by chance in 1/3² + 2/3² = 56 % of cases; ± 3 standard errors of 557 pairs.
        Assert.That(SameAsNext(songs), Is.GreaterThan(0.99), "the files are sorted by label, which is the trap");
        Assert.That(SameAsNext(test), Is.EqualTo(0.56).Within(0.065));
    }

    [Test]
    public void The_same_seed_gives_the_same_folds_whatever_the_order_of_songs()
    {
        var songs = Sample.Songs.Songs;

        var one = ArtistFolds.Make(songs, 5, seed: 7);
        var same = ArtistFolds.Make(songs.Reverse().ToList(), 5, seed: 7);
        var other = ArtistFolds.Make(songs, 5, seed: 8);

        Assert.That(same.Select(Ids), Is.EqualTo(one.Select(Ids)));
        Assert.That(Ids(other[0]), Is.Not.EquivalentTo(Ids(one[0])));
    }

    [Test]
    public void A_seed_stands_for_the_same_folds_on_every_machine()
    {
        var songs = Enumerable.Range(0, 10).Select(i => MadeSongs.Labelled($"{i}", i * 10)).ToList();

        Assert.That(ArtistFolds.Make(songs, 2, seed: 1).Select(Ids), Is.EqualTo(FoldsOfSeedOne));
    }

    [Test]
    public void Fewer_artists_than_folds_are_refused()
    {
        var songs = Enumerable.Range(0, 10).Select(i => MadeSongs.Labelled($"{i}", i * 10, $"Artist {i % 3}")).ToList();

        Assert.That(() => ArtistFolds.Make(songs, 4, 1), Throws.ArgumentException.With.Message.StartsWith("3 primary artists cannot be divided into 4 folds."));
        Assert.That(() => ArtistFolds.Make(songs, 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static readonly string[] FoldsOfSeedOne = ["3 4 0 1 9", "8 6 5 7 2"];

    private static readonly Comparer<LabelledSong> ById = Comparer<LabelledSong>.Create((a, b) => string.CompareOrdinal(a.Song.TrackId, b.Song.TrackId));

    private static string Artist(LabelledSong song) => song.Song.PrimaryArtist;

    private static string Ids(Fold fold) => string.Join(' ', fold.Test.Select(song => song.Song.TrackId));
}
