using HitSongs.Transformers;
using static TorchSharp.torch;

namespace HitSongs.Benchmarks.Torch;

/// <summary>The smallest BERT that was published, which classifies eight texts of up to 32 tokens.</summary>
internal static class Berts
{
    private const int Batch = 8;
    private const int Length = 32;

    private static readonly BertConfig config = new()
    {
        vocab_size = 1000,
        hidden_size = 128,
        num_hidden_layers = 2,
        num_attention_heads = 2,
        intermediate_size = 512,
        max_position_embeddings = 64,
    };

    public static Action<int> Training()
    {
        manual_seed(0);
        var model = new BertForSequenceClassification(config);
        var ((ids, mask), labels) = (Texts(), randint(0, 2, [Batch]));
        var optimizer = optim.AdamW(model.parameters(), 1e-4, weight_decay: 0.01);
        return times =>
        {
            for (var i = 0; i < times; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var loss = model.call(ids, mask, labels: labels).loss!;
                loss.backward();
                optimizer.step();
                loss.item<float>();
            }
        };
    }

    public static Action<int> Inference()
    {
        manual_seed(0);
        var model = new BertForSequenceClassification(config);
        model.eval();
        var (ids, mask) = Texts();
        return times =>
        {
            using var mode = no_grad();
            for (var i = 0; i < times; i++)
            {
                using var logits = model.call(ids, mask).logits;
            }
        };
    }

    // The first text is whole, each further one a token shorter.
    private static (Tensor ids, Tensor mask) Texts()
    {
        var mask = ones(Batch, Length, ScalarType.Int64);
        for (var row = 1; row < Batch; row++) mask[row].narrow(0, Length - row, row).zero_();
        return (randint(1, config.vocab_size, [Batch, Length]), mask);
    }
}
