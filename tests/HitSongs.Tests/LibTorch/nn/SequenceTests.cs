using NUnit.Framework;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace HitSongs.Tests.LibTorch.Layers;

public class SequenceTests
{
    [Test]
    public void Sequences_packed_together_give_what_each_gives_alone()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var layer = nn.LSTM(3, 4, 2, bidirectional: true);
        Tensor[] sequences = [randn(2, 3), randn(5, 3), randn(4, 3)];
        var (output, state, cell) = layer.call(pack_sequence(sequences, enforce_sorted: false));
        var (padded, lengths) = pad_packed_sequence(output, batch_first: true);
        Assert.That(lengths.data<long>().ToArray(), Is.EqualTo(new[] { 2, 5, 4 }));
        for (var i = 0; i < sequences.Length; i++)
        {
            var (one, oneState, oneCell) = layer.call(sequences[i]);
            // float32 sums in another order
            Assert.That(padded[i][TensorIndex.Slice(0, sequences[i].size(0))].allclose(one, 1e-4, 1e-5), Is.True);
            Assert.That(state[TensorIndex.Colon, i].allclose(oneState, 1e-4, 1e-5), Is.True);
            Assert.That(cell[TensorIndex.Colon, i].allclose(oneCell, 1e-4, 1e-5), Is.True);
        }
        Assert.That(padded[0][4].abs().sum().item<float>(), Is.Zero);
    }

    [Test]
    public void Packing_and_padding_gives_the_sequences_back()
    {
        using var x = arange(0, 12, 1, float32).view(3, 2, 2);
        using var packed = pack_padded_sequence(x, tensor(new long[] { 3, 1 }));
        Assert.That(packed.batch_sizes.data<long>().ToArray(), Is.EqualTo(new[] { 2, 1, 1 }));
        var (padded, _) = pad_packed_sequence(packed, padding_value: -1, total_length: 4);
        Assert.That(padded.shape, Is.EqualTo(new[] { 4, 2, 2 }));
        Assert.That(padded[1].data<float>().ToArray(), Is.EqualTo(new float[] { 4, 5, -1, -1 }));
        Assert.That(() => pad_packed_sequence(packed, total_length: 2), Throws.ArgumentException);
        Assert.That(() => pack_padded_sequence(x, tensor(new long[] { 1, 3 })), Throws.InstanceOf<System.Runtime.InteropServices.ExternalException>().With.Message.Contains("enforce_sorted"));
        packed.Dispose();
        Assert.That(packed.data.IsInvalid, Is.True);
    }

    [Test]
    public void Cells_step_by_step_give_what_the_layer_gives()
    {
        using var scope = NewDisposeScope();
        var layer = nn.GRU(3, 4);
        var cell = nn.GRUCell(3, 4);
        cell.load_state_dict(layer.state_dict().ToDictionary(entry => entry.Key.Replace("_l0", "", StringComparison.Ordinal), entry => entry.Value));
        var x = randn(5, 2, 3);
        var state = zeros(2, 4);
        for (var i = 0; i < 5; i++) state = cell.call(x[i], state);
        Assert.That(layer.call(x).Item2[0].allclose(state, 1e-4, 1e-5), Is.True, "float32 sums in another order");
    }

    [Test]
    public void Batch_first_and_dropout_between_layers_do_what_they_say()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var layer = nn.RNN(3, 4, 2, nn.NonLinearities.ReLU, batchFirst: true, dropout: 0.5);
        var x = randn(2, 5, 3);
        var (output, state) = layer.call(x);
        Assert.That((output.shape, state.shape), Is.EqualTo((new long[] { 2, 5, 4 }, new long[] { 2, 2, 4 })));
        Assert.That(layer.call(x).Item1.Equals(output), Is.False, "while training");
        layer.eval();
        Assert.That(layer.call(x).Item1.Equals(layer.call(x).Item1), Is.True);
        Assert.That(layer.get_weight_ih(1).shape, Is.EqualTo(new[] { 4, 4 }));
        Assert.That(() => layer.get_bias_hh(2), Throws.TypeOf<ArgumentOutOfRangeException>());
        output.sum().backward();
        Assert.That(layer.parameters().Select(parameter => parameter.grad), Has.None.Null);
    }

    [Test]
    public void A_masked_position_gets_no_attention()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var layer = nn.MultiheadAttention(4, 2);
        var x = randn(3, 2, 4);
        var padding = tensor(new[,] { { false, false, true }, { false, false, false } });
        var (result, attention) = layer.call(x, x, x, padding);
        Assert.That(result.shape, Is.EqualTo(new[] { 3, 2, 4 }));
        Assert.That(attention.sum(-1).allclose(ones(2, 3)), Is.True);
        Assert.That(attention[0][TensorIndex.Colon, 2].abs().sum().item<float>(), Is.Zero);
        var causal = layer.call(x, x, x, attn_mask: full([3, 3], double.NegativeInfinity, float32).triu(1)).Item2;
        Assert.That(causal.triu(1).abs().sum().item<float>(), Is.Zero);
        Assert.That(layer.call(x, x, x, need_weights: false).Item2, Is.Null);
    }

    [Test]
    public void What_comes_later_does_not_change_what_a_causal_encoder_says_earlier()
    {
        using var scope = NewDisposeScope();
        var encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8), 2);
        encoder.eval();
        var mask = full([3, 3], double.NegativeInfinity, float32).triu(1);
        var x = randn(3, 1, 4);
        var before = encoder.call(x, mask);
        x[2] = randn(1, 4);
        var after = encoder.call(x, mask);
        Assert.That(after[..2].allclose(before[..2]), Is.True);
        Assert.That(after[2].allclose(before[2]), Is.False);
    }

    [Test]
    public void A_transformer_trains_both_halves()
    {
        using var scope = NewDisposeScope();
        var model = nn.Transformer(4, 2, 1, 1, 8);
        var result = model.call(randn(3, 2, 4), randn(5, 2, 4));
        Assert.That(result.shape, Is.EqualTo(new[] { 5, 2, 4 }));
        result.pow(2).sum().backward();
        Assert.That(model.parameters().Select(parameter => parameter.grad), Has.None.Null);
    }
}
