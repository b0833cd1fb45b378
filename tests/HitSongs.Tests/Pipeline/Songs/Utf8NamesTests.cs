using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Reading;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>Every different text has one number.</summary>
public sealed class Utf8NamesTests
{
    [FsCheck.NUnit.Property]
    public Property Texts_are_numbered_in_the_order_in_which_they_occur_first() =>
        Prop.ForAll(Gen.Choose(0, 2000).Select(number => $"text {number}").ArrayOf(3000).ToArbitrary(), texts =>
        {
            var names = new Utf8Names();
            var first = texts.Distinct(StringComparer.Ordinal).ToList();
            var number = first.Select((text, i) => (text, i)).ToDictionary(pair => pair.text, pair => pair.i, StringComparer.Ordinal);
            return texts.All(text => names.Add(Encoding.UTF8.GetBytes(text)) == number[text])
                && names.Count == first.Count
                && first.Select((text, i) => names[i] == text && Encoding.UTF8.GetString(names.Bytes(i)) == text).All(same => same);
        });

    [Test]
    public void An_empty_text_and_one_longer_than_a_block_of_memory_are_texts_like_others()
    {
        var names = new Utf8Names();
        string[] texts = ["", new('x', 3 << 20), "short", new('x', (3 << 20) + 1)];

        var numbers = texts.Concat(texts).Select(text => names.Add(Encoding.UTF8.GetBytes(text))).ToList();

        Assert.That(numbers, Is.EqualTo(new[] { 0, 1, 2, 3, 0, 1, 2, 3 }));
        Assert.That(texts.Select((_, i) => names[i]), Is.EqualTo(texts));
    }
}
