using System.Text.Json;
using HitSongs.Transformers.Weights;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Recipes;

/// <summary>
/// A small BERT from nothing: sentences about songs, a tokenizer made of them, a model that learns to fill gaps in them, and one that learns from
/// it to tell whether a sentence likes its song. It ships as this recipe, not as weights.
/// </summary>
public sealed record TinyBert
{
    private const string Fingerprint = "recipe.json";

    /// <summary>What sentences, weights and the order of training follow from.</summary>
    public int seed { get; init; } = 1;

    /// <summary>How many sentences are learnt from; a fifth as many more are kept for the test.</summary>
    public int sentences { get; init; } = 4000;

    /// <summary>Steps of 32 sentences in which gaps are filled.</summary>
    public int pretraining_steps { get; init; } = 900;

    /// <summary>Steps of 32 sentences in which labels are learnt.</summary>
    public int finetuning_steps { get; init; } = 300;

    /// <summary>The folder below <paramref name="output"/> for pipeline("fill-mask", …).</summary>
    public static string MaskedLM(string output) => Path.Combine(output, "masked-lm");

    /// <summary>The folder below <paramref name="output"/> for pipeline("sentiment-analysis", …).</summary>
    public static string Sentiment(string output) => Path.Combine(output, "sentiment");

    /// <summary>Makes both models, unless they are there from the same recipe.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="progress">Is told what happens, a line at a time.</param>
    public TinyBertResult Make(string output, TextWriter? progress = null)
    {
        if (Known(output) is { } known) return known;
        progress ??= TextWriter.Null;
        progress.WriteLine($"drawing {sentences} sentences about songs");
        var (learnt, kept) = (SongSentences.Draw(sentences, seed), SongSentences.Draw(sentences / 5, seed + 1));
        var tokenizer = BertTokenizer.from_vocabulary(SentenceVocabulary.Of(learnt.Select(sentence => sentence.text)), model_max_length: 64);
        progress.WriteLine($"the tokenizer has {tokenizer.Count} tokens; learning to fill gaps, {pretraining_steps} steps");
        manual_seed(seed);
        using var filler = new BertForMaskedLM(Config(tokenizer));
        var gaps = Train(filler, Path.Combine(output, "training"), pretraining_steps, 1e-3, Examples(tokenizer, learnt, labelled: false), Gaps(tokenizer)).training_loss;
        Save(filler, tokenizer, MaskedLM(output));
        progress.WriteLine($"learning what the sentences say, {finetuning_steps} steps");
        // The new layer of the classifier is what is to be learnt: nothing to warn of.
        var (warnings, _) = (logging.writer, logging.writer = TextWriter.Null);
        using var classifier = BertForSequenceClassification.from_pretrained(MaskedLM(output), filler.config with { id2label = new Dictionary<int, string> { [0] = "NEGATIVE", [1] = "POSITIVE" } });
        logging.writer = warnings;
        Train(classifier, Path.Combine(output, "training"), finetuning_steps, 5e-4, Examples(tokenizer, learnt, labelled: true), null);
        Save(classifier, tokenizer, Sentiment(output));
        var result = new TinyBertResult(gaps, Accuracy(classifier, tokenizer, kept), kept.Count);
        WholeFile.Write(Path.Combine(output, Fingerprint), JsonSerializer.Serialize(new Made(this, result)));
        return result;
    }

    private static TrainOutput Train(PreTrainedModel model, string folder, int steps, double rate, IReadOnlyList<IReadOnlyDictionary<string, object>> examples, DataCollator? collator)
    {
        var arguments = new TrainingArguments(folder)
        {
            max_steps = steps,
            per_device_train_batch_size = 32,
            learning_rate = rate,
            warmup_ratio = 0.1,
            weight_decay = 0.01,
            save_strategy = IntervalStrategy.no,
            logging_steps = Math.Max(1, steps / 10),
        };
        return new Trainer(model, arguments, examples, data_collator: collator).train();
    }

    // The architecture of the smallest BERT that was published, with places for short texts only.
    private static BertConfig Config(PreTrainedTokenizer tokenizer) => new()
    {
        vocab_size = tokenizer.Count,
        hidden_size = 128,
        num_hidden_layers = 2,
        num_attention_heads = 2,
        intermediate_size = 512,
        max_position_embeddings = 64,
        pad_token_id = tokenizer.pad_token_id,
        hidden_dropout_prob = 0.05,
        attention_probs_dropout_prob = 0.05,
    };

    private static DataCollatorForLanguageModeling Gaps(PreTrainedTokenizer tokenizer) =>
        new(tokenizer.pad_token_id!.Value, tokenizer.mask_token_id!.Value, tokenizer.Count, tokenizer.all_special_ids.Select(id => (long)id));

    private static IReadOnlyList<IReadOnlyDictionary<string, object>> Examples(PreTrainedTokenizer tokenizer, IReadOnlyList<SongSentence> sentences, bool labelled) =>
    [
        .. sentences.Select(sentence =>
        {
            var example = new Dictionary<string, object> { ["input_ids"] = tokenizer.encode(sentence.text) };
            if (labelled) example["labels"] = sentence.label;
            return example;
        }),
    ];

    private static double Accuracy(BertForSequenceClassification model, PreTrainedTokenizer tokenizer, IReadOnlyList<SongSentence> sentences)
    {
        var pipeline = new TextClassificationPipeline(model, tokenizer);
        var answers = pipeline.call([.. sentences.Select(sentence => sentence.text)], batch_size: 64);
        return answers.Zip(sentences).Average(pair => (pair.First[0].label == "POSITIVE") == (pair.Second.label == 1) ? 1.0 : 0.0);
    }

    private static void Save(PreTrainedModel model, PreTrainedTokenizer tokenizer, string folder)
    {
        model.save_pretrained(folder);
        tokenizer.save_pretrained(folder);
    }

    // The fingerprint is written last: where it is, the models are whole.
    private TinyBertResult? Known(string output)
    {
        var path = Path.Combine(output, Fingerprint);
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<Made>(File.ReadAllText(path)) is { } made && made.recipe == this ? made.result with { cached = true } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Made(TinyBert recipe, TinyBertResult result);
}

/// <summary>How well the small BERT does.</summary>
/// <param name="masked_loss">The mean loss while it learnt to fill gaps.</param>
/// <param name="accuracy">The share of sentences it had not seen that it judges rightly.</param>
/// <param name="tested">How many sentences that is of.</param>
/// <param name="cached">Whether it was there already.</param>
public sealed record TinyBertResult(double masked_loss, double accuracy, int tested, bool cached = false);
