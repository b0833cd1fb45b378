using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Reading;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Analysis;

public sealed class SongProfilesTests
{
    [Test]
    public void Popularity_is_counted_in_twenty_bins_of_which_the_last_holds_one_hundred()
    {
        using var table = new SongTable();
        var path = table.Write("songs.csv",
            Row("a", "0"), Row("b", "4.9"), Row("c", "5"), Row("d", "67"), Row("e", "68"), Row("f", "100"));

        var bins = SongProfiles.Of(SongFiles.Read([path])).Popularity;

        Assert.That(bins, Has.Count.EqualTo(20));
        Assert.That(bins.Where(bin => bin.Hits + bin.Others > 0), Is.EqualTo(new[]
        {
            new PopularityBin(0, 5, 0, 2), new PopularityBin(5, 10, 0, 1), new PopularityBin(65, 70, 1, 1), new PopularityBin(95, 100, 1, 0),
        }));
    }

    [Test]
    public void Genres_come_with_their_hits_and_the_largest_first()
    {
        using var table = new SongTable();
        var path = table.Write("songs.csv",
            Row("a", "90", ("playlist_genre", "jazz")), Row("b", "10", ("playlist_genre", "rock")), Row("c", "70", ("playlist_genre", "rock")));

        var genres = SongProfiles.Of(SongFiles.Read([path])).Genres;

        Assert.That(genres, Is.EqualTo(new[] { new GenreCount("rock", 2, 1), new GenreCount("jazz", 1, 1) }));
    }

    [Test]
    public void Quantiles_are_those_of_hits_and_of_others_without_missing_values()
    {
        using var table = new SongTable();
        var rows = Enumerable.Range(0, 21).Select(i => Row($"h{i}", "80", ("tempo", $"{100 + i}"))).ToList();
        rows.Add(Row("missing", "80", ("tempo", "")));
        rows.Add(Row("other", "10", ("tempo", "60")));
        var profile = SongProfiles.Of(SongFiles.Read([table.Write("songs.csv", [.. rows])]));

        Assert.That(profile.Features.Where(feature => feature.Feature == "tempo"), Is.EqualTo(new[]
        {
            new FeatureSummary("tempo", true, 21, 1, 101, 105, 110, 115, 119), new FeatureSummary("tempo", false, 1, 0, 60, 60, 60, 60, 60),
        }));
        Assert.That(profile.Features, Has.Count.EqualTo(2 * 13));
    }

    private static string Row(string id, string popularity, params (string Column, string Value)[] changes) =>
        SongTable.Row(id, null, [("track_popularity", popularity), .. changes]);
}
