using HitSongs.Pipeline;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using HitSongs.Tests.Pipeline.Explanation;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Leaks;

public sealed class LeakReportTests
{
    [Test]
    public void Rows_that_are_sorted_by_label_are_told()
    {
        var random = new SeededRandom(1);
        var songs = Enumerable.Range(0, 100).Select(i => StudySongs.Song(i, i < 40 ? 90 : 10, random)).ToList();

        var order = DataLeaks
            .Of(StudySongs.Data(songs), ArtistFolds.Make(songs, 5, 1), new EncodingOptions(FeatureSet.Audio))
            .Single(finding => finding.Id == "row-order");

        Assert.That(order.Value, Is.EqualTo(1));
        Assert.That(order.Statement, Does.Contain("sorted by label"));
    }

    [Test]
    public void The_order_of_the_real_rows_gives_the_label_away()
    {
        var data = SongFiles.Read(RealSongs.Paths());
        var order = DataLeaks.Of(data, ArtistFolds.Make(data.Songs, 5, 1), new EncodingOptions(FeatureSet.Audio)).Single(finding => finding.Id == "row-order");

        Assert.That(order.Value, Is.GreaterThan(0.99));
        Assert.That(order.Statement, Does.Contain("sorted by label"));
    }

    [Test]
    public void Folds_that_share_artists_or_tracks_are_found_and_honest_ones_are_not()
    {
        var songs = Enumerable.Range(0, 60).Select(i => MadeSongs.Labelled($"{i:00}", i % 3 == 0 ? 90 : 10, $"artist {i / 4}")).ToList();
        var data = StudySongs.Data(songs);
        var options = new EncodingOptions(FeatureSet.Audio);
        Fold leaking = new(0, songs, songs.Take(10).ToList());

        Assert.Multiple(() =>
        {
            Assert.That(Found(DataLeaks.Of(data, ArtistFolds.Make(songs, 3, 1), options)), Is.Empty);
            Assert.That(Found(DataLeaks.Of(data, [leaking], options)), Is.EqualTo(new[] { "repeated-tracks", "artists-in-both-parts" }));
            Assert.That(Found(DataLeaks.Of(data, SongSplit.Make(data, SplitKind.Random, 3, 1), options)), Is.EqualTo(new[] { "artists-in-both-parts" }));
        });
    }

    [Test]
    public void A_column_that_knows_the_label_is_named()
    {
        var random = new SeededRandom(1);
        var songs = Enumerable
            .Range(0, 100)
            .Select(i => StudySongs.Song(i, i % 2 == 0 ? 90 : 10, random, audio: (AudioFeature.Tempo, i % 2 == 0 ? 1 : 0)))
            .ToList();
        var found = DataLeaks.Of(StudySongs.Data(songs), ArtistFolds.Make(songs, 5, 1), new EncodingOptions(FeatureSet.Audio));

        Assert.That(Found(found), Is.EqualTo(new[] { "column-tempo" }));
        Assert.That(found.Single(finding => finding.Found).Statement, Does.Contain("tempo alone reaches 1.000"));
    }

    [Test]
    public void Of_a_few_songs_no_column_is_said_to_know_the_label()
    {
        var random = new SeededRandom(1);
        var songs = Enumerable
            .Range(0, 6)
            .Select(i => StudySongs.Song(i, i % 2 == 0 ? 90 : 10, random, audio: (AudioFeature.Tempo, i % 2 == 0 ? 1 : 0)))
            .ToList();

        var found = DataLeaks.Of(StudySongs.Data(songs), ArtistFolds.Make(songs, 2, 1), new EncodingOptions(FeatureSet.All));

        Assert.That(Found(found), Is.Empty);
        Assert.That(found.Single(finding => finding.Id == "columns").Statement, Does.Contain("cannot be told"));
    }

    [Test]
    public void What_a_model_owes_to_known_playlists_is_said_in_words()
    {
        var findings = ModelLeaks.Of(StudySongs.LoudCells(), (songs, seed) => new LightGbmRecipe().Train(songs, FeatureSet.AudioAndGenre, seed));

        Assert.Multiple(() =>
        {
            Assert.That(findings.Select(finding => finding.Id), Is.EqualTo(new[] { "random-split", "known-playlists", "known-future", "shuffled-labels" }));
            Assert.That(
                findings.Single(finding => finding.Id == "shuffled-labels").Value,
                Is.EqualTo(0.5).Within(0.1),
                "600 songs: four standard deviations of .024"
            );
            Assert.That(findings.Single(finding => finding.Id == "known-future").Statement, Does.Contain("cannot be divided"), "these songs have no dates");
        });
    }

    [Test]
    public void A_model_that_knows_the_test_labels_is_caught_by_shuffling_them()
    {
        var data = StudySongs.LoudCells();
        // As if labels were looked up by place: whatever they are, the model has them.
        var truth = new Dictionary<string, LabelledSong>(StringComparer.Ordinal);
        var findings = ModelLeaks.Of(data, (songs, _) =>
        {
            foreach (var song in songs)
                truth[song.Song.TrackId] = song;
            return new Knowing(truth);
        });

        var shuffled = findings.Single(finding => finding.Id == "shuffled-labels");
        Assert.That((shuffled.Found, shuffled.Value > 0.7), Is.EqualTo((true, true)));
        Assert.That(shuffled.Statement, Does.Contain("gets the labels of test songs"));
    }

    [Test]
    public void A_model_that_takes_missing_values_for_zeros_is_found()
    {
        var data = StudySongs.LoudHits(200);
        var trees = new LightGbmRecipe().Train(data.Songs, FeatureSet.Audio, 1);
        var songs = data.Songs.Select(song => song.Song).ToList();

        Assert.That(ModelLeaks.MissingValues(trees, songs).Found, Is.False);
        Assert.That(ModelLeaks.MissingValues(new ZeroFilling(trees), songs).Found, Is.True);
    }

    private static IEnumerable<string> Found(IEnumerable<LeakFinding> findings) => findings.Where(finding => finding.Found).Select(finding => finding.Id);

    private sealed class Knowing(Dictionary<string, LabelledSong> truth) : ISongModel
    {
        public IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs) =>
            [.. songs.Select(song => new Prediction(song.TrackId, 50, truth.TryGetValue(song.TrackId, out var known) ? known.Hit ? 1 : 0 : 0.5))];
    }

    private sealed class ZeroFilling(ISongModel model) : ISongModel
    {
        public IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs) =>
            model.Predict([.. songs.Select(song => song with { Audio = [.. song.Audio.Select(value => double.IsNaN(value) ? 0 : value)] })]);
    }
}
