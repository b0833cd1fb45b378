using HitSongs.Pipeline.Features;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Features;

public sealed class TitleFeaturesTests
{
    [TestCase("Hello (feat. Somebody)", "Album", "title_featuring")]
    [TestCase("Hello ft. Somebody", "Album", "title_featuring")]
    [TestCase("Hello - Club Remix", "Album", "title_remix")]
    [TestCase("Hello - Radio Edit", "Album", "title_remix")]
    [TestCase("Hello - 2011 Remaster", "Album", "title_remaster")]
    [TestCase("Hello (Live at Home)", "Album", "title_live")]
    [TestCase("Hello [Bonus]", "Album", "title_brackets")]
    [TestCase("Hello - Bonus", "Album", "title_dash")]
    [TestCase("1999", "Album", "title_digit")]
    [TestCase("Déjà vu", "Album", "title_not_ascii")]
    [TestCase("HELLO", "Album", "title_upper_case")]
    [TestCase("hello", "Album", "title_lower_case")]
    [TestCase("Hello", "Hello", "album_is_single")]
    [TestCase("Hello", "Album (Deluxe)", "album_deluxe")]
    [TestCase("Hello", "Film (Original Motion Picture Soundtrack)", "album_soundtrack")]
    [TestCase("Hello", "Greatest Hits", "album_collection")]
    public void A_title_that_says_so_sets_its_flag(string title, string album, string flag)
    {
        Assert.That(Of(title, album)[flag], Is.EqualTo(1));
        Assert.That(Of("Some Thing", "Another One")[flag], Is.Zero);
    }

    [TestCase("Alive", "title_live")]
    [TestCase("Without You", "title_featuring")]
    [TestCase("Defeat", "title_featuring")]
    public void A_word_within_a_word_is_none(string title, string flag) => Assert.That(Of(title, "Album")[flag], Is.Zero);

    [Test]
    public void Lengths_and_artists_are_counted()
    {
        var song = MadeSongs.Unlabelled("a") with { Name = "One  two", Artists = "A, B,C" };

        Assert.That((Of(song)["title_length"], Of(song)["title_words"], Of(song)["artist_count"]), Is.EqualTo((8f, 2f, 3f)));
    }

    [TestCase("")]
    [TestCase("\0\u202e\ud800")]
    public void Titles_of_nothing_or_of_broken_text_are_encoded(string title) =>
        Assert.That(Of(title, title).Values, Has.All.Matches<float>(value => float.IsFinite(value) || float.IsNaN(value)));

    private static Dictionary<string, float> Of(string title, string album) => Of(MadeSongs.Unlabelled("a") with { Name = title, Album = album });

    private static Dictionary<string, float> Of(Song song)
    {
        var matrix = FeatureEncoder.Fit([new LabelledSong(song, 50, false)], FeatureSet.All).Encode([song]);
        return matrix.Names.Select((name, i) => (name, matrix[0, i])).ToDictionary(c => c.name, c => c.Item2, StringComparer.Ordinal);
    }
}
