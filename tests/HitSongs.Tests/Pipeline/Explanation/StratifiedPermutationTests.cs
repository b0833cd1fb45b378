using HitSongs.Pipeline;
using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Explanation;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Explanation;

public sealed class StratifiedPermutationTests
{
    [Test]
    public void An_effect_within_strata_is_found()
    {
        var random = new SeededRandom(1);
        var songs = Enumerable.Range(0, 200).Select(i => new StratifiedSong((i % 2) + random.Uniform(), i % 2, $"{i / 20}", $"{i}")).ToList();

        Assert.That(Test(songs).P, Is.EqualTo(1.0 / 200), "the smallest p of 199 permutations");
    }

    [Test]
    public void A_contrast_between_strata_alone_is_none()
    {
        // Group 1 is nine tenths of the high stratum and one tenth of the low one.
        var random = new SeededRandom(2);
        var songs = Enumerable
            .Range(0, 400)
            .Select(i => new StratifiedSong((i % 2 * 10) + random.Uniform(), (i % 20 >= 2) == (i % 2 == 1) ? 1 : 0, $"{i % 2}", $"{i}"))
            .ToList();

        var mixed = RankTests.MannWhitney([.. Values(songs, 1)], [.. Values(songs, 0)], "");
        Assert.That(mixed.P, Is.LessThan(0.001), "the trap: without strata the groups differ");
        Assert.That(Test(songs).P, Is.GreaterThan(0.05));
    }

    [Test]
    public void Songs_of_one_release_count_as_one_piece_of_evidence()
    {
        // Six albums of 20 songs, an effect of the album and none of the group: with 3 of 6 albums in each group, one in ten divisions is as extreme.
        var songs = Enumerable.Range(0, 120).Select(i => new StratifiedSong(i / 20, i / 60, "one", $"album {i / 20}")).ToList();

        Assert.That(Test(songs).P, Is.GreaterThan(0.05));
        Assert.That(Test([.. songs.Select((song, i) => song with { Unit = $"{i}" })]).P, Is.EqualTo(1.0 / 200), "what the same songs say one by one");
    }

    [Test]
    public void Strata_with_one_group_have_nothing_to_say()
    {
        var test = Test([new(1, 0, "a", "1"), new(2, 0, "a", "2"), new(3, 1, "b", "3")]);

        Assert.That((test.Count, double.IsNaN(test.P)), Is.EqualTo((0, true)));
    }

    [Test]
    public void Equal_values_have_no_p() => Assert.That(Test([new(1, 0, "a", "1"), new(1, 1, "a", "2")]).P, Is.NaN);

    private static StatisticalTest Test(IReadOnlyList<StratifiedSong> songs) => StratifiedPermutation.Test(songs, "", 199, 1);

    private static IEnumerable<double> Values(List<StratifiedSong> songs, int group) => songs.Where(song => song.Group == group).Select(song => song.Value);
}
