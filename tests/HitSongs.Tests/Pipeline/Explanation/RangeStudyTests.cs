using HitSongs.Pipeline;
using HitSongs.Pipeline.Explanation;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Explanation;

public sealed class RangeStudyTests
{
    [Test]
    public void A_feature_of_hits_is_found_in_every_genre_and_inside_cells()
    {
        var study = HitRanges.Of(StudySongs.LoudHits());

        Assert.Multiple(() =>
        {
            Assert.That(study.Overall[(int)AudioFeature.Loudness].Difference.Q, Is.LessThan(1e-6));
            Assert.That(study.ByGenre.Where(range => range.Difference.Q < 0.001).Select(range => (range.Genre, range.Feature)),
                Is.EquivalentTo(new[] { ("pop", AudioFeature.Loudness), ("rock", AudioFeature.Loudness) }));
            Assert.That(study.WithinCells[(int)AudioFeature.Loudness].Effect.Low, Is.GreaterThan(0.6));
            Assert.That(study.Cells, Is.EqualTo(10));
        });
    }

    [Test]
    public void A_contrast_between_playlists_alone_is_none_inside_them()
    {
        var study = HitRanges.Of(StudySongs.LoudCells());
        var within = study.WithinCells[(int)AudioFeature.Loudness];

        Assert.Multiple(() =>
        {
            Assert.That(study.Overall[(int)AudioFeature.Loudness].Difference.Effect.Value, Is.GreaterThan(0.3), "the trap: over all songs hits are louder");
            Assert.That(within.P, Is.GreaterThan(0.05));
            Assert.That(within.Effect.Low, Is.LessThan(0.5));
            Assert.That(within.Effect.High, Is.GreaterThan(0.5));
        });
    }

    [Test]
    public void Bands_are_quantiles_inside_their_intervals_and_leave_missing_values_out()
    {
        var random = new SeededRandom(9);
        List<LabelledSong> songs =
        [
            .. Enumerable.Range(0, 101).Select(i => StudySongs.Song(i, 80, random, audio: (AudioFeature.Tempo, 100 + i))),
            .. Enumerable.Range(101, 20).Select(i => StudySongs.Song(i, 10, random, audio: (AudioFeature.Tempo, double.NaN))),
            StudySongs.Song(200, 10, random, audio: (AudioFeature.Tempo, 60)),
        ];
        var range = HitRanges.Of(StudySongs.Data(songs)).Overall[(int)AudioFeature.Tempo];

        Assert.Multiple(() =>
        {
            Assert.That(
                (range.Hits.Low.Value, range.Hits.Quartile1.Value, range.Hits.Median.Value, range.Hits.Quartile3.Value, range.Hits.High.Value),
                Is.EqualTo((110.0, 125.0, 150.0, 175.0, 190.0))
            );
            Assert.That(range.Hits.Median.Low, Is.InRange(130, 150));
            Assert.That(range.Hits.Median.High, Is.InRange(150, 170));
            Assert.That(range.Others.Songs, Is.EqualTo(1));
            Assert.That(double.IsNaN(range.Others.Median.Low), Is.True, "one artist gives no interval");
        });
    }

    [Test]
    public void A_genre_with_nine_hits_is_not_studied_on_its_own()
    {
        var random = new SeededRandom(10);
        var songs = Enumerable.Range(0, 60).Select(i => StudySongs.Song(i, i % 30 < (i < 30 ? 9 : 10) ? 90 : 10, random, i < 30 ? "few" : "enough"));

        Assert.That(HitRanges.Of(StudySongs.Data([.. songs])).ByGenre.Select(range => range.Genre).Distinct(), Is.EqualTo(new[] { "enough" }));
    }

    [Test]
    public void An_artist_with_many_songs_widens_the_interval()
    {
        var random = new SeededRandom(11);
        var values = Enumerable.Range(0, 60).Select(i => (i / 10) + random.Uniform()).ToList();
        var alone = HitBands.Of(values.Select((value, i) => StudySongs.Song(i, 80, random, audio: (AudioFeature.Energy, value))), AudioFeature.Energy);
        var grouped = HitBands.Of(
            values.Select((value, i) => StudySongs.Song(i, 80, random, artist: $"artist {i / 10}", audio: (AudioFeature.Energy, value))),
            AudioFeature.Energy
        );

        Assert.That(grouped.Median.High - grouped.Median.Low, Is.GreaterThan(alone.Median.High - alone.Median.Low));
    }
}
