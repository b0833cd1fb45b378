using HitSongs.Transformers;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

public sealed class DataCollatorTests
{
    [Test]
    public void Texts_are_filled_up_to_the_longest_and_masked_there()
    {
        using var scope = NewDisposeScope();
        var batch = new DataCollatorWithPadding(9).call([
            Example(("input_ids", new[] { 1, 2, 3 }), ("labels", 1)),
            Example(("input_ids", new[] { 4 }), ("labels", 0)),
        ]);
        Assert.That(batch["input_ids"].data<long>().ToArray(), Is.EqualTo(new long[] { 1, 2, 3, 4, 9, 9 }));
        Assert.That(batch["attention_mask"].data<long>().ToArray(), Is.EqualTo(new long[] { 1, 1, 1, 1, 0, 0 }));
        Assert.That(batch["labels"].data<long>().ToArray(), Is.EqualTo(new long[] { 1, 0 }));
    }

    [Test]
    public void Labels_of_tokens_are_filled_up_with_what_the_loss_does_not_look_at()
    {
        using var scope = NewDisposeScope();
        var batch = new DataCollatorWithPadding(0).call([
            Example(("input_ids", new long[] { 1, 2 }), ("labels", new long[] { 1, 2 })),
            Example(("input_ids", new long[] { 4 }), ("labels", new long[] { 5 })),
        ]);
        Assert.That(batch["labels"].data<long>().ToArray(), Is.EqualTo(new long[] { 1, 2, 5, -100 }));
    }

    [Test]
    public void Of_the_tokens_a_share_becomes_gaps_mostly_masks_and_never_special_ones()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var ids = Enumerable.Range(0, 4000).Select(i => i % 100 == 0 ? 1 : 50 + (i % 40)).ToArray();
        var batch = new DataCollatorForLanguageModeling(0, 3, 100, [1, 2], 0.15).call([Example(("input_ids", ids))]);
        var (seen, labels) = (batch["input_ids"].data<long>().ToArray(), batch["labels"].data<long>().ToArray());
        var gaps = Enumerable.Range(0, ids.Length).Where(i => labels[i] != -100).ToArray();
        Assert.Multiple(() =>
        {
            // Of 3,960 tokens 594 are expected; five deviations are 112. Of those, 475 masks; five deviations are 49.
            Assert.That(gaps, Has.Length.InRange(480, 710));
            Assert.That(gaps.Count(i => seen[i] == 3) / (double)gaps.Length, Is.InRange(0.7, 0.9));
            Assert.That(gaps.Count(i => seen[i] == ids[i]) / (double)gaps.Length, Is.InRange(0.04, 0.18));
            Assert.That(gaps.All(i => labels[i] == ids[i] && ids[i] != 1), Is.True);
            Assert.That(Enumerable.Range(0, ids.Length).Except(gaps).All(i => seen[i] == ids[i]), Is.True);
        });
    }

    [Test]
    public void Examples_that_do_not_fit_are_named()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => new DefaultDataCollator().call([Example(("input_ids", new[] { 1, 2 })), Example(("input_ids", new[] { 1 }))]),
                Throws.ArgumentException.With.Message.Contains("'input_ids' has 1")
            );
            Assert.That(
                () => new DefaultDataCollator().call([Example(("labels", 1)), Example(("label", 1))]),
                Throws.ArgumentException.With.Message.Contains("no 'labels'")
            );
            Assert.That(() => new DefaultDataCollator().call([Example(("labels", "one"))]), Throws.ArgumentException.With.Message.Contains("String"));
            Assert.That(() => new DefaultDataCollator().call([]), Throws.ArgumentException);
        });
    }

    private static Dictionary<string, object> Example(params (string name, object value)[] fields) =>
        fields.ToDictionary(field => field.name, field => field.value);
}
