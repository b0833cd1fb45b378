using HitSongs.Pipeline.Features;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Features;

public sealed class CategoryEncodingTests
{
    private static readonly LabelledSong[] Songs =
    [
        MadeSongs.Labelled("a", 80, genre: "pop"), MadeSongs.Labelled("b", 70, genre: "pop"), MadeSongs.Labelled("c", 30, genre: "jazz"), MadeSongs.Labelled("d", 20, genre: ""),
    ];

    [Test]
    public void Target_encoding_draws_means_towards_the_overall_mean()
    {
        var row = Row(CategoryEncoding.Target, "pop");

        // Two songs of mean 75 and five of the overall mean 50; two hits in two songs, and half of five.
        Assert.That(row["genre_popularity"], Is.EqualTo((150 + (5 * 50)) / 7f).Within(1e-5));
        Assert.That(row["genre_hits"], Is.EqualTo((2 + (5 * 0.5)) / 7f).Within(1e-6));
    }

    [Test]
    public void A_category_that_training_has_not_seen_is_encoded_as_the_overall_mean() =>
        Assert.That((Row(CategoryEncoding.Target, "polka")["genre_popularity"], Row(CategoryEncoding.Target, "polka")["genre_hits"]), Is.EqualTo((50f, 0.5f)));

    [TestCase("pop", 0.5f)]
    [TestCase("polka", 0f)]
    public void Frequency_encoding_is_the_share_of_training_songs(string genre, float share) => Assert.That(Row(CategoryEncoding.Frequency, genre)["genre_frequency"], Is.EqualTo(share));

    [TestCase("jazz", 0f)]
    [TestCase("pop", 1f)]
    [TestCase("polka", float.NaN)]
    [TestCase("", float.NaN)]
    public void Codes_are_whole_numbers_and_missing_for_the_unknown(string genre, float code)
    {
        var encoder = FeatureEncoder.Fit(Songs, Options(CategoryEncoding.Code));

        var matrix = encoder.Encode([MadeSongs.Unlabelled("x", genre: genre)]);

        Assert.That(matrix[0, 13], Is.EqualTo(code));
        Assert.That(matrix.CategoryCounts[13], Is.EqualTo(2));
    }

    [Test]
    public void Every_column_names_its_feature_and_group()
    {
        var encoder = FeatureEncoder.Fit(Songs, new EncodingOptions(FeatureSet.All) { Categories = Enum.GetValues<CategoryEncoding>() });

        Assert.That(encoder.Columns.Select(column => column.Group).Distinct(), Is.EqualTo(FeatureSet.All.Groups()));
        Assert.That(encoder.Columns.Where(column => column.Feature == "genre").Select(column => column.Name),
            Is.EqualTo(new[] { "genre=jazz", "genre=pop", "genre_popularity", "genre_hits", "genre_frequency", "genre_code" }));
        Assert.That(encoder.Names, Is.Unique);
    }

    private static EncodingOptions Options(CategoryEncoding kind) => new(FeatureSet.AudioAndGenre) { Categories = [kind], CategoryNames = ["genre"] };

    private static Dictionary<string, float> Row(CategoryEncoding kind, string genre)
    {
        var matrix = FeatureEncoder.Fit(Songs, Options(kind)).Encode([MadeSongs.Unlabelled("x", genre: genre)]);
        return matrix.Names.Select((name, i) => (name, matrix[0, i])).ToDictionary(c => c.name, c => c.Item2, StringComparer.Ordinal);
    }
}
