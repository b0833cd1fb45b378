using HitSongs.Collecting.Encoders;
using HitSongs.Tests.Grading;
using NUnit.Framework;
using TemporaryFolder = HitSongs.Temporary.TemporaryFolder;

namespace HitSongs.Tests.Collecting;

public sealed class KeptPassagesTests
{
    private static readonly string[] Texts = ["Gradients add up.", "They are not overwritten."];

    [Test]
    public void What_was_encoded_before_is_the_same_from_the_cache_and_a_damaged_file_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        var passages = KeptPassages.Of(Path.Combine(Repository.Root, "rubric"), folder.Path)!;

        var (first, again) = (passages.Encode(Texts), passages.Encode(Texts));
        var file = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, [1, 2, 3]);
        var mended = passages.Encode(Texts);

        Assert.Multiple(() =>
        {
            Assert.That(passages.Id, Is.EqualTo(Repository.Encoder!.Id));
            Assert.That(again.Select(vector => vector.Values), Is.EqualTo(first.Select(vector => vector.Values)));
            Assert.That(mended.Select(vector => vector.Values), Is.EqualTo(first.Select(vector => vector.Values)));
            Assert.That(first.Select(vector => vector.Values), Is.EqualTo(Repository.Encoder.Encode(Texts).Select(vector => vector.Values)));
        });
    }

    [Test]
    public void A_rubric_for_which_nothing_was_learnt_has_no_encoder()
    {
        using var folder = new TemporaryFolder();

        Assert.That(KeptPassages.Of(folder.Path, folder.Path), Is.Null);
    }
}
