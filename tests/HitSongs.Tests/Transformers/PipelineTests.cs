using HitSongs.Transformers;
using NUnit.Framework;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>Pipelines on the small reference models, with tokenizers of as many tokens.</summary>
public sealed class PipelineTests
{
    private static readonly string[] words =
    [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "the",
        "song",
        "is",
        "good",
        "bad",
        "a",
        "great",
        "hit",
        "flop",
        "and",
        "not",
        "loud",
        "slow",
        "fast",
        "my",
        "your",
        "##s",
        ".",
    ];
    private readonly TextWriter before = logging.writer;
    private string bert = null!;

    [OneTimeSetUp]
    public void Make()
    {
        logging.writer = TextWriter.Null;
        bert = Copy("bert");
        BertTokenizer.from_vocabulary(words).save_pretrained(bert);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        logging.writer = before;
        Directory.Delete(bert, recursive: true);
    }

    [Test]
    public void A_sentiment_is_the_likeliest_label_with_its_probability()
    {
        using var judge = pipeline("sentiment-analysis", bert);
        var answer = judge.call("the song is great");
        Assert.That(answer, Has.Count.EqualTo(1));
        using var scope = NewDisposeScope();
        using var model = BertForSequenceClassification.from_pretrained(bert);
        var shares = model.call(tensor(new long[,] { { 2, 5, 6, 7, 11, 3 } })).logits.softmax(-1);
        var likeliest = shares.argmax().item<long>();
        Assert.That(answer[0].label, Is.EqualTo(new[] { "flop", "hit", "unsure" }[likeliest]));
        Assert.That(answer[0].score, Is.EqualTo(shares.max().item<float>()).Within(1e-6));
        Assert.That(new TextClassificationPipeline(model, judge.tokenizer, top_k: null).call("a hit").Sum(entry => entry.score), Is.EqualTo(1).Within(1e-6));
    }

    [TestCase("sentiment-analysis")]
    [TestCase("feature-extraction")]
    public void Texts_in_batches_get_the_answers_they_get_alone(string task)
    {
        using var line = pipeline(task, bert);
        string[] texts = ["the song is [MASK]", "a [MASK]", "my song is fast and [MASK] .", "[MASK] hits", "not [MASK] and not slow"];
        var together = line.call(texts, batch_size: 3);
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = line.call(texts[i]);
            Assert.That(together[i].Select(answer => answer.label), Is.EqualTo(alone.Select(answer => answer.label)));
            Assert.That(together[i].Select(answer => answer.score ?? 0), Is.EqualTo(alone.Select(answer => answer.score ?? 0)).Within(1e-5));
            Assert.That(together[i][0].features?.SelectMany(row => row) ?? [], Is.EqualTo(alone[0].features?.SelectMany(row => row) ?? []).Within(1e-4));
        }
    }

    [Test]
    public void Features_are_a_vector_for_each_token()
    {
        using var line = pipeline("feature-extraction", bert);
        var features = line.call("the song is good")[0].features!;
        Assert.That(features, Has.Count.EqualTo(6));
        Assert.That(features, Has.All.Length.EqualTo(16));
    }

    [Test]
    public void Longer_texts_than_the_model_reads_are_truncated()
    {
        using var judge = pipeline("sentiment-analysis", bert);
        var longest = string.Join(' ', Enumerable.Repeat("good", 200));
        Assert.That(
            judge.call(longest)[0].score,
            Is.EqualTo(judge.call(string.Join(' ', Enumerable.Repeat("good", 10)))[0].score).Within(1e-6),
            "12 places, two of them for [CLS] and [SEP]"
        );
    }

    [Test]
    public void Unknown_tasks_and_models_for_others_are_refused()
    {
        Assert.That(() => pipeline("translation", bert), Throws.ArgumentException.With.Message.Contains("sentence-similarity"));
        using var judge = pipeline("sentiment-analysis", bert);
        Assert.That(() => judge.call("a song", ["a hit"]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("sentence-similarity"));
        Assert.That(() => pipeline("feature-extraction", Path.Combine(bert, "none")), Throws.TypeOf<InvalidInputException>());
    }

    private static string Copy(string name)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-").FullName;
        foreach (var file in Directory.GetFiles(ReferenceModel.PathOf(name))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }
}
