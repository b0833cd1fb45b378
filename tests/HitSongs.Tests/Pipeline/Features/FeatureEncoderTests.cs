using HitSongs.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Features;

public sealed class FeatureEncoderTests
{
    private static readonly Song[] Training =
    [
        MadeSongs.Unlabelled("a", genre: "rock", subgenre: "classic", energy: 0.7), MadeSongs.Unlabelled("b", genre: "jazz", subgenre: "classic"),
    ];

    [Test]
    public void Audio_has_the_thirteen_features_in_order()
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.Audio).Encode(Training);

        Assert.That(matrix.Names, Is.EqualTo(AudioColumns.Names));
        Assert.That((matrix.Rows, matrix.Columns, matrix.Values.Length), Is.EqualTo((2, 13, 26)));
        Assert.That(matrix[0, (int)AudioFeature.Energy], Is.EqualTo(0.7f));
    }

    [Test]
    public void Genres_and_subgenres_become_columns_of_zero_and_one()
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.AudioAndGenre).Encode(Training);

        Assert.That(matrix.Names.Skip(13), Is.EqualTo(new[] { "genre=jazz", "genre=rock", "subgenre=jazz/classic", "subgenre=rock/classic" }));
        Assert.That(Enumerable.Range(13, 4).Select(column => matrix[0, column]), Is.EqualTo(new[] { 0f, 1f, 0f, 1f }));
        Assert.That(Enumerable.Range(13, 4).Select(column => matrix[1, column]), Is.EqualTo(new[] { 1f, 0f, 1f, 0f }));
    }

    [Test]
    public void A_category_that_training_has_not_seen_is_zero_everywhere_and_adds_no_column()
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.AudioAndGenre).Encode([MadeSongs.Unlabelled("c", genre: "polka", subgenre: "classic")]);

        Assert.That(matrix.Columns, Is.EqualTo(17));
        Assert.That(Enumerable.Range(13, 4).Select(column => matrix[0, column]), Is.All.Zero);
    }

    [Test]
    public void A_missing_value_stays_missing() =>
        Assert.That(FeatureEncoder.Fit(Training, FeatureSet.Audio).Encode([MadeSongs.Unlabelled("c", energy: double.NaN)])[0, 1], Is.NaN);

    [TestCase(12, 1f, 0f, 0f, 0f)]
    [TestCase(2, 1f, 0f, 0f, 0f)]
    [TestCase(3, 0f, 1f, 0f, 0f)]
    [TestCase(8, 0f, 0f, 1f, 0f)]
    [TestCase(11, 0f, 0f, 0f, 1f)]
    public void The_release_becomes_year_month_and_season(int month, float winter, float spring, float summer, float autumn)
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.All).Encode([MadeSongs.Unlabelled("c", released: new ReleaseDate(1999, month, 5))]);

        Assert.That(matrix.Names.Skip(17), Is.EqualTo(new[] { "year", "month", "season=winter", "season=spring", "season=summer", "season=autumn" }));
        Assert.That(Enumerable.Range(17, 6).Select(column => matrix[0, column]), Is.EqualTo(new[] { 1999f, month, winter, spring, summer, autumn }));
    }

    [Test]
    public void A_month_that_is_not_known_is_missing_and_never_january()
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.All).Encode([MadeSongs.Unlabelled("c", released: new ReleaseDate(1999, null, null)), MadeSongs.Unlabelled("d")]);

        Assert.That((matrix[0, 17], matrix[0, 18], matrix[1, 17]), Is.EqualTo((1999f, float.NaN, float.NaN)));
        Assert.That(Enumerable.Range(19, 4).Select(column => matrix[0, column]), Is.All.Zero);
    }
}
