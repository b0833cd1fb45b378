using HitSongs.Metrics;
using HitSongs.Pipeline;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Thresholds;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Thresholds;

/// <summary>What the known models reach on made-up songs, in which energy makes the hits and the playlist knows them.</summary>
public sealed class KnownModelsTests
{
    private static readonly SongData Data = Made();

    [TestCase("constant", 0.3, 0.55)]
    [TestCase("shuffled-labels", 0.25, 0.75)]
    [TestCase("reference", 0.75, 1)]
    [TestCase("playlist-kept", 0.95, 1)]
    [TestCase("trained-on-test", 0.8, 1)]
    public void Area_under_the_curve_is_what_the_model_knows(string name, double low, double high)
    {
        var model = KnownModels.For(Data).Single(model => model.Name == name);

        Assert.That(RepeatedMetrics.Of(model, Data, 3, seed: 1)[MetricNames.AreaUnderRocCurve], Is.InRange(low, high));
    }

    [Test]
    public void The_same_seed_gives_the_same_metrics_and_another_seed_other_ones()
    {
        var model = KnownModels.For(Data).Single(model => model.Name == "linear");
        var (one, again, other) = (RepeatedMetrics.Of(model, Data, 3, 1), RepeatedMetrics.Of(model, Data, 3, 1), RepeatedMetrics.Of(model, Data, 3, 2));

        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(one));
            Assert.That(other[MetricNames.LogLoss], Is.Not.EqualTo(one[MetricNames.LogLoss]));
        });
    }

    [Test]
    public void Without_playlists_no_model_keeps_them() =>
        Assert.That(
            KnownModels.For(Data with { Playlists = new Dictionary<string, string>() }).Select(model => model.Name),
            Does.Not.Contain("playlist-kept").And.Contain("reference"));

    private static SongData Made()
    {
        var random = new SeededRandom(3);
        var songs = Enumerable.Range(0, 300).Select(i =>
        {
            var energy = random.Uniform();
            return MadeSongs.Labelled($"song{i:000}", energy + (0.2 * random.Normal()) > 0.6 ? 80 : 30) is var song
                ? song with { Song = MadeSongs.Unlabelled($"song{i:000}", energy: energy) }
                : song;
        }).ToList();
        return new SongData(new DataCard("made", true, [], songs.Count, songs.Count, songs.Count(song => song.Hit), 68, []), songs, [])
        {
            Playlists = songs.ToDictionary(song => song.Song.TrackId, song => song.Hit ? "top" : "rest"),
        };
    }
}
