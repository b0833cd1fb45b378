using HitSongs.Pipeline;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Reading;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Explanation;

public sealed class SongStudyTests
{
    private static readonly Lazy<SongStudy> OfSample = new(() => SongStudy.Of(Sample.Songs));
    private static readonly Lazy<SongStudy> OfRealSongs = new(() => SongStudy.Of(SongFiles.Read(RealSongs.Paths())));

    [Test]
    public void Every_figure_has_a_name_that_rubrics_may_use_and_every_such_name_has_a_figure()
    {
        var produced = OfSample.Value.Figures.Keys.ToList();

        Assert.That(produced.Where(name => !StudyFigures.IsName(name)), Is.Empty);
        Assert.That(StudyFigures.Names.Except(produced), Is.Empty);
        Assert.That(StudyFigures.NamesByGenre.Where(name => !produced.Exists(p => p.StartsWith($"{name}@", StringComparison.Ordinal))), Is.Empty);
    }

    [TestCase("LoudnessOfHits", true)]
    [TestCase("LoudnessOfHits@latin", true)]
    [TestCase("LoudnessOfHits@", false)]
    [TestCase("LoudnesOfHits", false)]
    [TestCase("MonthP@latin", false)]
    [TestCase("AreaUnderRocCurve", false)]
    public void A_name_is_known_or_not(string name, bool known) => Assert.That(StudyFigures.IsName(name), Is.EqualTo(known));

    [Test]
    public void Each_conclusion_says_what_it_rests_on_and_what_would_overturn_it()
    {
        var conclusions = OfSample.Value.Conclusions;

        Assert.That(conclusions.Select(conclusion => conclusion.Id), Is.EqualTo(new[] { "importance", "ranking", "release-date", "hit-ranges" }));
        Assert.That(conclusions.Where(c => c.Statement.Length == 0 || c.Caveat.Length == 0 || c.Overturned.Length == 0 || c.Figures.Count == 0), Is.Empty);
        Assert.That(conclusions.SelectMany(conclusion => conclusion.Figures).Except(OfSample.Value.Figures.Keys), Is.Empty);
    }

    [Test]
    public void Songs_of_one_kind_have_no_model_but_all_else()
    {
        var random = new SeededRandom(12);
        var study = SongStudy.Of(StudySongs.Data([.. Enumerable.Range(0, 40).Select(i => StudySongs.Song(i, 90, random))]));

        Assert.That(study.Importance, Is.Null);
        Assert.That(study.Conclusions.Select(conclusion => conclusion.Id), Is.EqualTo(new[] { "release-date", "hit-ranges" }));
        Assert.That(study.Figures["Hits"].Value, Is.EqualTo(40));
        Assert.That(
            study.Conclusions[0].Statement,
            Does.StartWith("Popularity cannot be compared by month and cannot be compared by season"),
            "not: does not differ"
        );
        Assert.That(study.Conclusions[1].Statement, Does.StartWith("Nothing can be said of it"));
    }

    [Test]
    public void Songs_without_popularity_have_their_label_studied()
    {
        var random = new SeededRandom(13);
        var songs = StudySongs.LoudHits(300).Songs.Select(song => song with { Popularity = double.NaN }).ToList();
        var study = SongStudy.Of(StudySongs.Data(songs));

        Assert.That(study.Figures["LoudnessDelta"].Value, Is.GreaterThan(0.5));
        Assert.That(study.Figures["LoudnessSpearman"].Value, Is.NaN);
    }

    // What two programs in Python found on the same songs; figures of models have the room of another seed and other settings.
    [TestCase("SongsRead", 4830, 0)]
    [TestCase("SongsUsed", 4494, 0)]
    [TestCase("RepeatedRows", 336, 0)]
    [TestCase("ContradictingSongs", 43, 0)]
    [TestCase("Hits", 1438, 0)]
    [TestCase("SongsWithoutAudio", 1, 0)]
    [TestCase("PartialDates", 125, 0)]
    [TestCase("FirstOfJanuaryDates", 219, 0)]
    [TestCase("LoudnessOfHits", -6.0, 0.05)]
    [TestCase("LoudnessOfOthers", -8.1, 0.05)]
    [TestCase("AcousticnessOfHits", 0.13, 0.005)]
    [TestCase("AcousticnessOfOthers", 0.32, 0.005)]
    [TestCase("DurationOfHits", 211, 0.5)]
    [TestCase("DurationOfOthers", 185, 0.5)]
    [TestCase("LoudnessDelta", 0.36, 0.005)]
    [TestCase("DanceabilityDelta@gaming", 0.93, 0.005)]
    [TestCase("MixedCells", 61, 0)]
    [TestCase("SongsInMixedCells", 2706, 0)]
    [TestCase("DurationConcordance", 0.569, 0.001)]
    [TestCase("InstrumentalnessConcordance", 0.437, 0.001)]
    [TestCase("FeaturesDifferingInCells", 2, 0)]
    [TestCase("MonthP", 0.019, 0.0005)]
    [TestCase("SeasonP", 0.21, 0.005)]
    [TestCase("DatedSongs", 4150, 0)]
    [TestCase("MonthPOfEarlierYears", 0.082, 0.0005)]
    [TestCase("SeasonPOfLatestYear", 0.021, 0.0005)]
    [TestCase("GenresWithSeasonEffect", 2, 0)]
    [TestCase("GenresTestedOfEarlierYears", 17, 0)]
    [TestCase("GenresWithMonthEffectWithinPlaylistsOfEarlierYears", 0, 0)]
    [TestCase("GenresWithSeasonEffectWithinPlaylistsOfEarlierYears", 0, 0)]
    [TestCase("AucOfAudio", 0.74, 0.02)]
    [TestCase("AucWithGenre", 0.935, 0.02)]
    [TestCase("AucWithinPlaylists", 0.56, 0.03)]
    [TestCase("AucOnUnseenPlaylists", 0.68, 0.05)]
    [TestCase("InstrumentalnessImportance", 0.091, 0.02)]
    [TestCase("GenreImportance", 0.316, 0.05)]
    public void The_real_songs_say_what_they_said_elsewhere(string figure, double expected, double tolerance) =>
        Assert.That(OfRealSongs.Value.Figures[figure].Value, Is.EqualTo(expected).Within(tolerance));
}
