using FsCheck.Fluent;
using HitSongs.Pipeline.Splits;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class SongSplitTests
{
    private static readonly SplitKind[] Kinds = Enum.GetValues<SplitKind>();

    [TestCaseSource(nameof(Kinds))]
    public void Test_parts_are_disjoint_and_never_in_their_own_training_part(SplitKind kind)
    {
        var folds = SongSplit.Make(Sample.Songs, kind, 4, seed: 1);

        Assert.That(folds.SelectMany(fold => fold.Test).Select(song => song.Song.TrackId), Is.Unique);
        Assert.That(folds.All(fold => fold.Test.Count > 0 && fold.Training.Count > 0 && !fold.Training.Intersect(fold.Test).Any()));
    }

    [TestCase(SplitKind.Random)]
    [TestCase(SplitKind.Artist)]
    [TestCase(SplitKind.Playlist)]
    public void Every_song_is_asked_about_once(SplitKind kind) => Assert.That(
        SongSplit.Make(Sample.Songs, kind, 4, seed: 1).SelectMany(fold => fold.Test), Is.EquivalentTo(Sample.Songs.Songs));

    [TestCaseSource(nameof(Kinds))]
    public void The_same_seed_gives_the_same_folds_in_whatever_order_songs_come(SplitKind kind)
    {
        var reversed = Sample.Songs with { Songs = [.. Sample.Songs.Songs.Reverse()] };

        Assert.That(Ids(SongSplit.Make(reversed, kind, 3, seed: 5)), Is.EqualTo(Ids(SongSplit.Make(Sample.Songs, kind, 3, seed: 5))));
    }

    [Test]
    public void By_artist_no_first_artist_is_on_both_sides() =>
        AssertApart(SplitKind.Artist, song => [song.Song.PrimaryArtist]);

    [Test]
    public void By_playlist_no_playlist_is_on_both_sides() => AssertApart(SplitKind.Playlist, song => [Sample.Songs.Playlists[song.Song.TrackId]]);

    [Test]
    public void By_time_every_training_song_is_older_than_every_test_song()
    {
        foreach (var fold in SongSplit.Make(Sample.Songs, SplitKind.Time, 4, seed: 1))
            Assert.That(fold.Training.Max(Latest), Is.LessThan(fold.Test.Min(Latest)));

        static (int, int, int) Latest(LabelledSong song) => (song.Song.Released!.Year, song.Song.Released.Month ?? 12, song.Song.Released.Day ?? 31);
    }

    [Test]
    public void Songs_without_a_date_have_no_place_in_time()
    {
        List<LabelledSong> songs = [.. Enumerable.Range(0, 9).Select(i => Dated($"{i}", new ReleaseDate(2000 + i, null, null))), Dated("x", null)];

        var folds = TimeFolds.Make(songs, 2);

        Assert.That(folds.SelectMany(fold => fold.Training.Concat(fold.Test)).Select(song => song.Song.TrackId), Has.No.Member("x"));
        Assert.That(folds.Select(fold => (fold.Training.Count, fold.Test.Count)), Is.EqualTo(new[] { (3, 3), (6, 3) }));
    }

    [TestCase(SplitKind.Artist, "1 primary artists cannot be divided into 2 folds")]
    [TestCase(SplitKind.Time, "1 release dates cannot be divided into 2 folds by time")]
    [TestCase(SplitKind.Playlist, "their files do not name one for every song")]
    public void Songs_that_cannot_be_divided_so_are_refused_with_the_reason(SplitKind kind, string reason)
    {
        var data = Sample.Songs with
        {
            Songs = [Dated("a", new ReleaseDate(2000, 1, 1)), Dated("b", new ReleaseDate(2000, 1, 1))],
            Playlists = new Dictionary<string, string>(),
        };

        Assert.That(() => SongSplit.Make(data, kind, 2, seed: 1), Throws.ArgumentException.With.Message.Contains(reason));
    }

    private static LabelledSong Dated(string id, ReleaseDate? released) => new(MadeSongs.Unlabelled(id, "Somebody", released: released), 50, false);

    private static void AssertApart(SplitKind kind, Func<LabelledSong, IEnumerable<string>> of)
    {
        foreach (var fold in SongSplit.Make(Sample.Songs, kind, 5, seed: 2))
            Assert.That(fold.Training.SelectMany(of).Intersect(fold.Test.SelectMany(of)), Is.Empty);
    }

    private static IEnumerable<string> Ids(IReadOnlyList<Fold> folds) =>
        folds.SelectMany(fold => fold.Test.Concat(fold.Training)).Select(song => song.Song.TrackId);
}
