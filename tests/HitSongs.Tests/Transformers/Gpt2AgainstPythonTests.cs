using HitSongs.Transformers;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>GPT-2 gives what PyTorch's own TransformerEncoderLayer with the same weights, and a computation in NumPy, give.</summary>
public sealed class Gpt2AgainstPythonTests
{
    private readonly ReferenceModel reference = new("gpt2");

    [Test]
    public void Hidden_states_scores_and_loss_are_those_of_PyTorch_and_NumPy()
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        var ids = reference.Numbers("input_ids");
        var output = model.call(ids, labels: ids);
        ReferenceModel.AssertClose(output.logits, reference.Figures("logits"), "logits", tolerance: 5e-5);
        Assert.That(output.loss!.item<float>(), Is.EqualTo(reference.Number("loss")).Within(1e-5));
        using var body = GPT2Model.from_pretrained(reference.Folder);
        ReferenceModel.AssertClose(body.call(ids).last_hidden_state, reference.Figures("last_hidden_state"), "last_hidden_state");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void The_likeliest_continuation_is_that_of_NumPy_with_and_without_cache(bool use_cache)
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        var text = model.generate(reference.Numbers("input_ids"), generation_config: new GenerationConfig { max_new_tokens = 10, use_cache = use_cache });
        Assert.That(text.data<long>().ToArray(), Is.EqualTo(reference.Numbers("greedy").data<long>().ToArray()));
    }

    [Test]
    public void Cached_and_uncached_drawing_agree_and_follow_their_seed()
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        long[] Draw(int seed, bool use_cache, double temperature = 1.3) => model.generate(
            reference.Numbers("input_ids"),
            generation_config: new GenerationConfig { max_new_tokens = 15, do_sample = true, temperature = temperature, top_k = 12, top_p = 0.9, eos_token_id = -1, use_cache = use_cache, generator = new Generator((ulong)seed) })
            .data<long>().ToArray();
        var (drawn, again) = (Draw(1, true), Draw(1, true));
        Assert.That(drawn, Is.EqualTo(Draw(1, false)).And.EqualTo(again));
        Assert.That(drawn, Is.Not.EqualTo(Draw(2, true)));
        Assert.That(Draw(1, true, temperature: 1e-3), Is.EqualTo(Draw(2, true, temperature: 1e-3)), "nearly no temperature: the likeliest each time");
    }

    [Test]
    public void Only_the_likeliest_tokens_are_drawn()
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        var ids = reference.Numbers("input_ids");
        var shares = model.call(ids).logits[0, -1].softmax(-1).to(ScalarType.Float64).data<double>().ToArray();
        var byShare = Enumerable.Range(0, shares.Length).OrderByDescending(token => shares[token]).ToArray();
        HashSet<long> Drawn(GenerationConfig options) =>
            [.. Enumerable.Range(0, 60).Select(_ => model.generate(ids.narrow(0, 0, 1), generation_config: options with { max_new_tokens = 1, do_sample = true })[0, -1].item<long>())];
        using var generator = new Generator(7);
        Assert.That(Drawn(new GenerationConfig { top_k = 3, generator = generator }), Is.SubsetOf(byShare.Take(3).Select(token => (long)token)).And.Count.GreaterThan(1));
        // The likeliest as long as those before it have not reached the probability; three tokens of these shares.
        var three = byShare.Take(2).Sum(token => shares[token]) + (shares[byShare[2]] / 2);
        Assert.That(Drawn(new GenerationConfig { top_k = 0, top_p = three, generator = generator }), Is.SubsetOf(byShare.Take(3).Select(token => (long)token)).And.Count.GreaterThan(1));
        Assert.That(Drawn(new GenerationConfig { top_k = 0, top_p = 1e-9, generator = generator }), Is.EqualTo(new[] { (long)byShare[0] }));
    }

    [Test]
    public void Texts_padded_on_the_left_are_continued_as_if_they_were_alone()
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        var options = new GenerationConfig { max_new_tokens = 6, eos_token_id = -1 };
        var alone = model.generate(tensor(new long[,] { { 3, 1, 4 } }), generation_config: options);
        var ids = tensor(new long[,] { { 0, 0, 3, 1, 4 }, { 2, 6, 5, 3, 5 } });
        var mask = tensor(new long[,] { { 0, 0, 1, 1, 1 }, { 1, 1, 1, 1, 1 } });
        foreach (var use_cache in new[] { true, false })
        {
            var padded = model.generate(ids, mask, options with { use_cache = use_cache });
            Assert.That(padded[0, TensorIndex.Slice(2)].data<long>().ToArray(), Is.EqualTo(alone[0].data<long>().ToArray()));
        }
    }

    [Test]
    public void Behind_its_end_a_text_is_padded()
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        var greedy = reference.Numbers("greedy");
        var end = greedy[0, 8].item<long>();
        var text = model.generate(reference.Numbers("input_ids"), generation_config: new GenerationConfig { max_new_tokens = 10, eos_token_id = end, pad_token_id = 17 });
        var first = text[0].data<long>().ToArray();
        var at = Array.IndexOf(first, end, 6);
        Assert.That(first[..(at + 1)], Is.EqualTo(greedy[0].data<long>().ToArray()[..(at + 1)]));
        Assert.That(first[(at + 1)..], Is.Not.Empty.And.All.EqualTo(17));
    }

    [Test]
    public void Options_out_of_range_and_texts_too_long_are_refused()
    {
        using var scope = NewDisposeScope();
        using var model = GPT2LMHeadModel.from_pretrained(reference.Folder);
        var ids = reference.Numbers("input_ids");
        void Refused(GenerationConfig options, string problem) => Assert.That(() => model.generate(ids, generation_config: options), Throws.ArgumentException.With.Message.Contains(problem));
        Assert.Multiple(() =>
        {
            Refused(new GenerationConfig { max_new_tokens = 19 }, "24");
            Refused(new GenerationConfig { max_new_tokens = 0 }, "max_new_tokens");
            Refused(new GenerationConfig { temperature = 0 }, "temperature");
            Refused(new GenerationConfig { temperature = double.NaN }, "temperature");
            Refused(new GenerationConfig { top_p = 0 }, "top_p");
            Refused(new GenerationConfig { top_k = -1 }, "top_k");
        });
    }
}
