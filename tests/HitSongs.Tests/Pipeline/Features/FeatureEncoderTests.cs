using HitSongs.Pipeline.Features;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Features;

public sealed class FeatureEncoderTests
{
    private static readonly string[] ReleaseNames =
    [
        "year", "month", "month_sine", "month_cosine", "season=winter", "season=spring", "season=summer", "season=autumn",
        "day_of_week", "friday", "date_partial", "first_of_january",
    ];

    private static readonly LabelledSong[] Training =
    [
        new(MadeSongs.Unlabelled("a", genre: "rock", subgenre: "classic", energy: 0.7), 80, true),
        new(MadeSongs.Unlabelled("b", genre: "jazz", subgenre: "classic"), 20, false),
    ];

    private static readonly Song[] Songs = [.. Training.Select(song => song.Song)];

    [Test]
    public void Audio_has_the_thirteen_features_in_order()
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.Audio).Encode(Songs);

        Assert.That(matrix.Names, Is.EqualTo(AudioColumns.Names));
        Assert.That((matrix.Rows, matrix.Columns, matrix.Values.Length), Is.EqualTo((2, 13, 26)));
        Assert.That(matrix[0, (int)AudioFeature.Energy], Is.EqualTo(0.7f));
    }

    [Test]
    public void Genres_and_subgenres_become_columns_of_zero_and_one()
    {
        var matrix = FeatureEncoder.Fit(Training, FeatureSet.AudioAndGenre).Encode(Songs);

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

    [TestCase(12, "winter")]
    [TestCase(2, "winter")]
    [TestCase(3, "spring")]
    [TestCase(8, "summer")]
    [TestCase(11, "autumn")]
    public void The_season_is_that_of_the_northern_hemisphere(int month, string season)
    {
        var encoder = FeatureEncoder.Fit(Training, FeatureSet.All);
        var row = Row(encoder, MadeSongs.Unlabelled("c", released: new ReleaseDate(1999, month, 5)));

        Assert.That(new[] { "winter", "spring", "summer", "autumn" }.Where(name => row[$"season={name}"].Equals(1f)), Is.EqualTo(new[] { season }));
        Assert.That((row["year"], row["month"]), Is.EqualTo((1999f, (float)month)));
    }

    [Test]
    public void December_is_as_near_to_january_as_to_november()
    {
        var encoder = FeatureEncoder.Fit(Training, FeatureSet.All);
        double Distance(int one, int other)
        {
            var (a, b) = (Of(one), Of(other));
            return Math.Pow(a["month_sine"] - b["month_sine"], 2) + Math.Pow(a["month_cosine"] - b["month_cosine"], 2);
        }

        // Single precision.
        Assert.That(Distance(12, 1), Is.EqualTo(Distance(12, 11)).Within(1e-6));
        Assert.That(Distance(12, 1), Is.LessThan(Distance(12, 2)));

        Dictionary<string, float> Of(int month) => Row(encoder, MadeSongs.Unlabelled("c", released: new ReleaseDate(1999, month, 5)));
    }

    [Test]
    public void A_complete_date_tells_its_day_of_the_week()
    {
        var encoder = FeatureEncoder.Fit(Training, FeatureSet.All);

        var friday = Row(encoder, MadeSongs.Unlabelled("c", released: new ReleaseDate(2024, 3, 1)));
        var never = Row(encoder, MadeSongs.Unlabelled("d", released: new ReleaseDate(2023, 2, 29)));

        Assert.That((friday["day_of_week"], friday["friday"], friday["date_partial"]), Is.EqualTo((5f, 1f, 0f)));
        Assert.That((never["day_of_week"], never["friday"]), Is.EqualTo((float.NaN, 0f)), "a day that does not exist has no weekday");
    }

    [Test]
    public void A_month_that_is_not_known_is_missing_and_never_january()
    {
        var encoder = FeatureEncoder.Fit(Training, FeatureSet.All);
        var year = Row(encoder, MadeSongs.Unlabelled("c", released: new ReleaseDate(1999, null, null)));
        var nothing = Row(encoder, MadeSongs.Unlabelled("d"));

        Assert.That(encoder.Names.Skip(17).Take(ReleaseNames.Length), Is.EqualTo(ReleaseNames));
        Assert.That((year["year"], year["month"], year["month_sine"], year["date_partial"]), Is.EqualTo((1999f, float.NaN, float.NaN, 1f)));
        Assert.That(year.Where(column => column.Key.StartsWith("season=")).Select(column => column.Value), Is.All.Zero);
        Assert.That((nothing["year"], nothing["first_of_january"]), Is.EqualTo((float.NaN, 0f)));
    }

    private static Dictionary<string, float> Row(FeatureEncoder encoder, Song song)
    {
        var matrix = encoder.Encode([song]);
        return matrix.Names.Select((name, i) => (name, matrix[0, i])).ToDictionary(c => c.name, c => c.Item2, StringComparer.Ordinal);
    }
}
