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
