using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using NUnit.Framework;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers.Pretrained;

/// <summary>The pretrained model computes what OnnxRuntime computes of the network in the package.</summary>
public sealed class MiniLMTests
{
    /// <summary>Single precision: two orders of the same sums of a few hundred products, six layers deep, differ by some millionths.</summary>
    private const double Tolerance = 1e-4;

    private PreTrainedTokenizer tokenizer = null!;
    private BertModel model = null!;

    [OneTimeSetUp]
    public void Load()
    {
        tokenizer = AutoTokenizer.from_pretrained("minilm");
        model = (BertModel)AutoModel.from_pretrained(MiniLM.Name);
    }

    [OneTimeTearDown]
    public void Close() => model.Dispose();

    [Test]
    public void It_has_the_parameters_and_tokens_that_were_published()
    {
        Assert.That(model.num_parameters(), Is.EqualTo(22_713_216));
        Assert.That(tokenizer.Count, Is.EqualTo(30_522));
        Assert.That(
            tokenizer.tokenize("Transformers embed unaffable songs!"),
            Is.EqualTo(new[] { "transformers", "em", "##bed", "una", "##ffa", "##ble", "songs", "!" })
        );
        Assert.That(model.loading_report!.Warnings(), Is.Empty);
        Assert.That(model.loading_report.folder, Is.EqualTo(MiniLM.Name), "no path of this machine");
    }

    [Test]
    public void Hidden_states_and_pooled_vectors_of_200_texts_are_those_of_OnnxRuntime()
    {
        var worst = 0.0;
        using var unrecorded = no_grad();
        foreach (var text in DrawnTexts.Of(tokenizer, 200, seed: 13))
        {
            using var scope = NewDisposeScope();
            var encoding = tokenizer.call(text, truncation: true, max_length: 256, return_tensors: "pt");
            var output = model.call(encoding.input_ids, encoding.attention_mask);
            var (states, pooled) = OnnxRuntime(encoding[0].ids);
            worst = Math.Max(worst, Math.Max(Distance(output.last_hidden_state, states), Distance(output.pooler_output, pooled)));
        }
        TestContext.Out.WriteLine($"largest difference {worst:e2}");
        Assert.That(worst, Is.LessThan(Tolerance));
    }

    [Test]
    public void Vectors_of_200_sentences_in_padded_batches_are_those_of_OnnxRuntime()
    {
        var texts = DrawnTexts.Of(tokenizer, 200, seed: 14);
        using var similarity = pipeline("sentence-similarity", "minilm");
        var observed = similarity.call(texts, batch_size: 16);
        for (var i = 0; i < texts.Count; i++)
        {
            var expected = MiniLMEncoder.Shared.SentenceVector([.. tokenizer.call(texts[i], truncation: true, max_length: 512)[0].ids.Select(id => (long)id)]);
            Assert.That(observed[i][0].embedding!.Select(value => (double)value), Is.EqualTo(expected).Within(Tolerance), texts[i]);
        }
    }

    [Test]
    public void Sentences_of_like_meaning_are_nearer_than_others()
    {
        using var similarity = pipeline("sentence-similarity", "minilm");
        var scores = similarity
            .call("The song became a hit.", ["The track was a great success.", "The sentence is split into tokens.", "The song became a hit."])
            .Select(answer => answer.score!.Value)
            .ToArray();
        Assert.That(scores[0], Is.GreaterThan(scores[1] + 0.2));
        Assert.That(scores[2], Is.EqualTo(1).Within(1e-5));
    }

    [Test]
    public void Features_of_a_text_are_its_hidden_states()
    {
        using var features = pipeline("feature-extraction", "minilm");
        var rows = features.call("what a song")[0].features!;
        Assert.That(rows.SelectMany(row => row), Is.EqualTo(OnnxRuntime(tokenizer.encode("what a song")).States).Within(Tolerance));
    }

    private static double Distance(Tensor observed, float[] expected) =>
        observed.contiguous().data<float>().ToArray().Zip(expected, (a, b) => (double)Math.Abs(a - b)).Max();

    private static (float[] States, float[] Pooled) OnnxRuntime(IReadOnlyList<int> ids) => MiniLMEncoder.Shared.Run([.. ids.Select(id => (long)id)]);
}
