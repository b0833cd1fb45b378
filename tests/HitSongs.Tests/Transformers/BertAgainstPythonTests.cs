using HitSongs.Transformers;
using HitSongs.Transformers.Models.Bert;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>BERT gives what PyTorch's own TransformerEncoderLayer with the same weights, and a computation in NumPy, give.</summary>
public sealed class BertAgainstPythonTests
{
    private readonly ReferenceModel reference = new("bert");
    private TextWriter written = null!;

    [SetUp]
    public void Silence() => (written, logging.writer) = (logging.writer, TextWriter.Null);

    [TearDown]
    public void Restore() => logging.writer = written;

    [TestCase("bert")]
    [TestCase("bert-bin")]
    public void Hidden_states_and_pooled_vectors_are_those_of_PyTorch_and_NumPy(string folder)
    {
        using var scope = NewDisposeScope();
        using var model = BertModel.from_pretrained(ReferenceModel.PathOf(folder));
        var output = model.call(reference.Numbers("input_ids"), reference.Numbers("attention_mask"), reference.Numbers("token_type_ids"));
        ReferenceModel.AssertClose(output.last_hidden_state, reference.Figures("last_hidden_state"), "last_hidden_state");
        ReferenceModel.AssertClose(output.pooler_output!, reference.Figures("pooler_output"), "pooler_output");
        Assert.That(output.last_hidden_state.shape, Is.EqualTo(new long[] { 2, 7, 16 }));
    }

    [Test]
    public void Scores_of_labels_and_their_loss_are_those_of_NumPy()
    {
        using var scope = NewDisposeScope();
        using var model = BertForSequenceClassification.from_pretrained(reference.Folder);
        var output = model.call(
            reference.Numbers("input_ids"),
            reference.Numbers("attention_mask"),
            reference.Numbers("token_type_ids"),
            labels: Labels()
        );
        ReferenceModel.AssertClose(output.logits, reference.Figures("class_logits"), "logits");
        Assert.That(output.loss!.item<float>(), Is.EqualTo(reference.Number("class_loss")).Within(1e-5));
    }

    [Test]
    public void Gradients_are_those_of_PyTorch_and_the_slopes_of_NumPy()
    {
        using var scope = NewDisposeScope();
        using var model = BertForSequenceClassification.from_pretrained(reference.Folder);
        model
            .call(reference.Numbers("input_ids"), reference.Numbers("attention_mask"), reference.Numbers("token_type_ids"), labels: Labels())
            .loss!.backward();
        var parameters = model.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        Assert.Multiple(() =>
        {
            // The row of padding is not trained here and is in the reference.
            foreach (var (name, figures) in reference.Gradients())
            {
                var skipped = name.Contains("word_embeddings") ? 16 : 0;
                ReferenceModel.AssertClose(parameters[name].grad!.reshape(-1)[TensorIndex.Slice(skipped)], figures[skipped..], name);
            }
        });
    }

    [Test]
    public void A_layer_gives_what_the_TransformerEncoderLayer_with_its_weights_gives()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var config = new BertConfig
        {
            vocab_size = 30,
            hidden_size = 24,
            num_attention_heads = 3,
            num_hidden_layers = 1,
            intermediate_size = 40,
            max_position_embeddings = 8,
            layer_norm_eps = 1e-5,
            initializer_range = 0.4,
        };
        using var model = new BertModel(config);
        model.eval();
        using var peer = nn.TransformerEncoderLayer(24, 3, 40, 0, nn.Activations.GELU);
        peer.eval();
        var own = model.state_dict();
        Tensor Own(string name) => own["encoder.layer.0." + name];
        Tensor All(string what) => cat([Own("attention.self.query." + what), Own("attention.self.key." + what), Own("attention.self.value." + what)]);
        peer.load_state_dict(new Dictionary<string, Tensor>
        {
            ["self_attn.in_proj_weight"] = All("weight"),
            ["self_attn.in_proj_bias"] = All("bias"),
            ["self_attn.out_proj.weight"] = Own("attention.output.dense.weight"),
            ["self_attn.out_proj.bias"] = Own("attention.output.dense.bias"),
            ["linear1.weight"] = Own("intermediate.dense.weight"),
            ["linear1.bias"] = Own("intermediate.dense.bias"),
            ["linear2.weight"] = Own("output.dense.weight"),
            ["linear2.bias"] = Own("output.dense.bias"),
            ["norm1.weight"] = Own("attention.output.LayerNorm.weight"),
            ["norm1.bias"] = Own("attention.output.LayerNorm.bias"),
            ["norm2.weight"] = Own("output.LayerNorm.weight"),
            ["norm2.bias"] = Own("output.LayerNorm.bias"),
        });
        var layer = (BertLayer)model.named_modules().Single(entry => entry.name == "encoder.layer.0").module;
        var x = randn(8, 5, 24);
        // PyTorch's own layer has the tokens first.
        var expected = peer.call(x.transpose(0, 1)).transpose(0, 1);
        ReferenceModel.AssertClose(layer.forward(x, null), expected.reshape(-1).to(ScalarType.Float64).data<double>().ToArray(), "layer");
    }

    [Test]
    public void Padding_changes_nothing_for_the_tokens_that_count()
    {
        using var scope = NewDisposeScope();
        using var model = BertModel.from_pretrained(reference.Folder);
        var ids = tensor(new long[,] { { 2, 9, 14, 3 } });
        var padded = tensor(new long[,] { { 2, 9, 14, 3, 7, 7 } });
        var mask = tensor(new long[,] { { 1, 1, 1, 1, 0, 0 } });
        var (alone, beside) = (model.call(ids).last_hidden_state, model.call(padded, mask).last_hidden_state);
        ReferenceModel.AssertClose(beside.narrow(1, 0, 4), alone.reshape(-1).to(ScalarType.Float64).data<double>().ToArray(), "tokens");
    }

    [Test]
    public void Places_and_segments_that_are_left_out_are_counted_from_zero()
    {
        using var scope = NewDisposeScope();
        using var model = BertModel.from_pretrained(reference.Folder);
        var ids = reference.Numbers("input_ids");
        var plain = model.call(ids).last_hidden_state;
        var told = model.call(ids, ones_like(ids), zeros_like(ids), arange(7).unsqueeze(0).expand(2, 7)).last_hidden_state;
        ReferenceModel.AssertClose(told, plain.reshape(-1).to(ScalarType.Float64).data<double>().ToArray(), "the same");
    }

    [Test]
    public void Figures_as_labels_of_one_label_are_a_regression_and_of_several_a_choice_of_each()
    {
        using var scope = NewDisposeScope();
        var ids = reference.Numbers("input_ids");
        using var one = BertForSequenceClassification.from_pretrained(reference.Folder, num_labels: 1, ignore_mismatched_sizes: true);
        var output = one.call(ids, labels: tensor(new[] { 0.5f, -1f }));
        var difference = output.logits.squeeze(-1) - tensor(new[] { 0.5f, -1f });
        Assert.That(output.loss!.item<float>(), Is.EqualTo((difference * difference).mean().item<float>()).Within(1e-6));
        using var several = BertForSequenceClassification.from_pretrained(reference.Folder);
        var labels = tensor(new float[,] { { 1, 0, 1 }, { 0, 0, 1 } });
        var scores = several.call(ids, labels: labels);
        var expected = nn.functional.binary_cross_entropy_with_logits(scores.logits, labels);
        Assert.That(scores.loss!.item<float>(), Is.EqualTo(expected.item<float>()).Within(1e-6));
    }

    [Test]
    public void Wrong_inputs_are_named()
    {
        using var scope = NewDisposeScope();
        using var model = BertModel.from_pretrained(reference.Folder);
        Assert.Multiple(() =>
        {
            Assert.That(() => model.call(zeros(5, ScalarType.Int64)), Throws.ArgumentException.With.Message.Contains("[batch, length]"));
            Assert.That(() => model.call(zeros(1, 13, ScalarType.Int64)), Throws.ArgumentException.With.Message.Contains("at most 12 tokens"));
            Assert.That(
                () => model.call(new Dictionary<string, Tensor> { ["tokens"] = zeros(1, 2, ScalarType.Int64) }),
                Throws.ArgumentException.With.Message.Contains("no argument 'tokens'")
            );
            Assert.That(() => model.call(new Dictionary<string, Tensor>()), Throws.ArgumentException.With.Message.Contains("input_ids"));
            Assert.That(
                () => new BertModel(new BertConfig { hidden_size = 10, num_attention_heads = 3 }),
                Throws.ArgumentException.With.Message.Contains("3 heads")
            );
        });
    }

    [Test]
    public void What_memory_held_before_does_not_reach_the_scores()
    {
        using var model = BertForSequenceClassification.from_pretrained(ReferenceModel.PathOf("bert"));
        using var unrecorded = no_grad();
        for (var round = 0; round < 20; round++)
        {
            using var scope = NewDisposeScope();
            LeaveNoNumbers();
            var logits = model.call(tensor(new long[,] { { 2, 5, 6, 7, 11, 3 } })).logits;
            Assert.That(logits.isnan().any().item<bool>(), Is.False);
        }
    }

    private static Tensor Labels() => tensor(new long[] { 2, 0 });

    // Of every size that the attention of six tokens makes: what is allocated next gets the memory of one of them.
    private static void LeaveNoNumbers()
    {
        var tensors = Enumerable.Range(1, 600).SelectMany(size => Enumerable.Range(0, 3).Select(_ => full(size, double.NaN, ScalarType.Float32))).ToList();
        foreach (var tensor in tensors) tensor.Dispose();
    }
}
