using HitSongs.Pipeline;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Explanation;

public sealed class ReleaseStudyTests
{
    [Test]
    public void A_year_alone_is_set_apart_and_never_taken_for_January()
    {
        var study = ReleaseStudy.Of(
            Songs(
                new ReleaseDate(2001, null, null),
                new ReleaseDate(2002, 5, null),
                new ReleaseDate(2003, 1, 1),
                new ReleaseDate(2003, 1, 9),
                new ReleaseDate(2003, 7, 4)
            )
        );

        Assert.Multiple(() =>
        {
            Assert.That(study.YearOnly, Is.EqualTo(2));
            Assert.That(Count(study, ReleaseSubset.YearAsJanuary), Is.EqualTo(5));
            Assert.That(Count(study, ReleaseSubset.FullDates), Is.EqualTo(3));
            Assert.That(Count(study, ReleaseSubset.KnownDays), Is.EqualTo(2), "1 January is a placeholder");
            Assert.That(study.Periods.Single(period => period.Name == "January").Songs, Is.EqualTo(1));
        });
    }

    [TestCase(12, "winter")]
    [TestCase(2, "winter")]
    [TestCase(3, "spring")]
    [TestCase(8, "summer")]
    [TestCase(11, "autumn")]
    public void Seasons_are_those_of_the_north(int month, string season)
    {
        var study = ReleaseStudy.Of(Songs(new ReleaseDate(2020, month, 15)));

        Assert.That(
            study.Periods.Where(period => period.Period is ReleasePeriod.Season && period.Songs > 0).Select(period => period.Name),
            Is.EqualTo(new[] { season })
        );
    }

    [Test]
    public void Songs_that_are_too_new_look_like_an_effect_of_the_month_in_their_year_alone()
    {
        var random = new SeededRandom(5);
        var songs = Enumerable.Range(0, 600).Select(i =>
        {
            var (year, month) = (2020 + (i % 5), 1 + (i / 5 % 12));
            var tooNew = year == 2024 && month >= 10;
            return StudySongs.Song(i, (tooNew ? 10 : 50) + (20 * random.Uniform()), random, released: new ReleaseDate(year, month, 2 + (i % 25)));
        });
        var study = ReleaseStudy.Of(StudySongs.Data([.. songs]));

        Assert.Multiple(() =>
        {
            Assert.That(study.Latest, Is.EqualTo(2024));
            Assert.That(study[ReleaseSubset.KnownDays, ReleasePeriod.Month].Popularity.P, Is.LessThan(0.05), "the trap");
            Assert.That(study[ReleaseSubset.LatestYear, ReleasePeriod.Month].Popularity.P, Is.LessThan(0.001));
            Assert.That(study[ReleaseSubset.EarlierYears, ReleasePeriod.Month].Popularity.P, Is.GreaterThan(0.05));
        });
    }

    [Test]
    public void A_playlist_that_is_popular_and_of_one_season_is_no_effect_of_the_season()
    {
        var random = new SeededRandom(6);
        var songs = Enumerable
            .Range(0, 400)
            .Select(i =>
            {
                var summer = i % 2 == 0;
                var month = random.Uniform() < 0.9 == summer ? 7 : 1;
                return StudySongs.Song(
                    i,
                    (summer ? 60 : 30) + (20 * random.Uniform()),
                    random,
                    subgenre: summer ? "beach" : "fireside",
                    released: new ReleaseDate(2020, month, 2 + (i % 25))
                );
            });
        var test = ReleaseStudy.Of(StudySongs.Data([.. songs]))[ReleaseSubset.KnownDays, ReleasePeriod.Season];

        Assert.Multiple(() =>
        {
            Assert.That(test.Popularity.P, Is.LessThan(0.001), "the trap");
            Assert.That(test.Stratified.P, Is.GreaterThan(0.05));
        });
    }

    [Test]
    public void Genres_are_tested_from_forty_songs_on_and_corrected_together()
    {
        var random = new SeededRandom(7);
        var songs = Enumerable
            .Range(0, 45 + 50 + 39)
            .Select(i =>
                StudySongs.Song(
                    i,
                    100 * random.Uniform(),
                    random,
                    i < 45 ? "pop"
                        : i < 95 ? "rock"
                        : "folk",
                    released: new ReleaseDate(2010, 1 + (i % 12), 3)
                )
            );
        var tests = ReleaseStudy
            .Of(StudySongs.Data([.. songs]))
            .ByGenre.Where(test => test.Subset == ReleaseSubset.KnownDays && test.Period is ReleasePeriod.Month)
            .ToList();

        Assert.That(tests.Select(test => test.Genre), Is.EqualTo(new[] { "pop", "rock" }));
        Assert.That(tests.All(test => test.Popularity.Q >= test.Popularity.P), Is.True);
    }

    [Test]
    public void Songs_without_dates_have_tests_without_a_p()
    {
        var study = ReleaseStudy.Of(Songs(null, null));

        Assert.That((study.Latest, double.IsNaN(study[ReleaseSubset.KnownDays, ReleasePeriod.Month].Popularity.P)), Is.EqualTo((0, true)));
    }

    private static int Count(ReleaseStudy study, ReleaseSubset subset) => study[subset, ReleasePeriod.Month].Popularity.Count;

    private static SongData Songs(params ReleaseDate?[] dates)
    {
        var random = new SeededRandom(8);
        return StudySongs.Data([.. dates.Select((date, i) => StudySongs.Song(i, 50 + i, random, released: date))]);
    }
}
