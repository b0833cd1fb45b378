using HitSongs.Pipeline.Features;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Features;

public sealed class CategoryEncodingTests
{
    private static readonly LabelledSong[] Songs =
    [
        MadeSongs.Labelled("a", 80, genre: "pop"),
        MadeSongs.Labelled("b", 70, genre: "pop"),
        MadeSongs.Labelled("c", 30, genre: "jazz"),
        MadeSongs.Labelled("d", 20, genre: ""),
    ];

    [TestCase("jazz", 0f)]
    [TestCase("pop", 1f)]
    [TestCase("polka", float.NaN)]
    [TestCase("", float.NaN)]
    public void Codes_are_whole_numbers_and_missing_for_the_unknown(string genre, float code)
    {
        var encoder = FeatureEncoder.Fit(Songs, Options(CategoryEncoding.Code));

        var matrix = encoder.Encode([MadeSongs.Unlabelled("x", genre: genre)]);

        Assert.That(matrix[0, 13], Is.EqualTo(code));
    }

    [TestCase(CategoryEncoding.OneHot, "genre=jazz", "genre=pop")]
    [TestCase(CategoryEncoding.Code, "genre_code")]
    public void Every_column_names_its_feature_and_group(CategoryEncoding encoding, params string[] columns)
    {
        var encoder = FeatureEncoder.Fit(Songs, new EncodingOptions(FeatureSet.All) { Encoding = encoding });

        Assert.That(encoder.Columns.Select(column => column.Group).Distinct(), Is.EqualTo(FeatureSet.All.Groups()));
        Assert.That(encoder.Columns.Where(column => column.Feature == "genre").Select(column => column.Name), Is.EqualTo(columns));
        Assert.That(encoder.Names, Is.Unique);
    }

    private static EncodingOptions Options(CategoryEncoding kind) => new(FeatureSet.AudioAndGenre) { Encoding = kind, CategoryNames = ["genre"] };
}
