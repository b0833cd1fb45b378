using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Layers;

/// <summary>The names are what files of PyTorch hold.</summary>
public class StateNameTests
{
    private static readonly TestCaseData[] layers =
    [
        Case("convolution", () => nn.Conv2d(2, 4, 3, groups: 2), "weight [4, 1, 3, 3]", "bias [4]"),
        Case("convolution without bias", () => nn.Conv1d(2, 4, 3, bias: false), "weight [4, 2, 3]"),
        Case("transposed convolution", () => nn.ConvTranspose2d(2, 4, 3), "weight [2, 4, 3, 3]", "bias [4]"),
        Case("batch normalization", () => nn.BatchNorm1d(3), "weight [3]", "bias [3]", "running_mean [3]", "running_var [3]", "num_batches_tracked []"),
        Case("instance normalization", () => nn.InstanceNorm2d(3)),
        Case("layer normalization", () => nn.LayerNorm([2, 3], bias: false), "weight [2, 3]"),
        Case("embedding", () => nn.Embedding(7, 3), "weight [7, 3]"),
        Case("bilinear", () => nn.Bilinear(2, 3, 4), "weight [4, 2, 3]", "bias [4]"),
        Case("slopes", () => nn.PReLU(2), "weight [2]"),
        Case(
            "LSTM both ways",
            () => nn.LSTM(2, 3, bidirectional: true),
            "weight_ih_l0 [12, 2]", "weight_hh_l0 [12, 3]", "bias_ih_l0 [12]", "bias_hh_l0 [12]",
            "weight_ih_l0_reverse [12, 2]", "weight_hh_l0_reverse [12, 3]", "bias_ih_l0_reverse [12]", "bias_hh_l0_reverse [12]"),
        Case("two layers of GRU", () => nn.GRU(2, 3, 2, bias: false), "weight_ih_l0 [9, 2]", "weight_hh_l0 [9, 3]", "weight_ih_l1 [9, 3]", "weight_hh_l1 [9, 3]"),
        Case("cell", () => nn.RNNCell(2, 3), "weight_ih [3, 2]", "weight_hh [3, 3]", "bias_ih [3]", "bias_hh [3]"),
        Case("attention", () => nn.MultiheadAttention(4, 2), "in_proj_weight [12, 4]", "in_proj_bias [12]", "out_proj.weight [4, 4]", "out_proj.bias [4]"),
        Case(
            "attention to other features",
            () => nn.MultiheadAttention(4, 2, bias: false, add_bias_kv: true, kdim: 3),
            "q_proj_weight [4, 4]", "k_proj_weight [4, 3]", "v_proj_weight [4, 4]", "bias_k [1, 1, 4]", "bias_v [1, 1, 4]", "out_proj.weight [4, 4]"),
        Case(
            "encoder layer",
            () => nn.TransformerEncoderLayer(4, 2, 8),
            "self_attn.in_proj_weight [12, 4]", "self_attn.in_proj_bias [12]", "self_attn.out_proj.weight [4, 4]", "self_attn.out_proj.bias [4]",
            "linear1.weight [8, 4]", "linear1.bias [8]", "linear2.weight [4, 8]", "linear2.bias [4]", "norm1.weight [4]", "norm1.bias [4]", "norm2.weight [4]", "norm2.bias [4]"),
    ];

    [TestCaseSource(nameof(layers))]
    public void A_layer_keeps_its_state_under_the_names_of_PyTorch(Func<nn.Module> make, string[] names)
    {
        using var layer = make();
        Assert.That(layer.state_dict().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]"), Is.EqualTo(names).AsCollection);
    }

    [Test]
    public void A_transformer_names_every_layer_of_its_two_halves()
    {
        using var model = nn.Transformer(4, 2, 2, 1, 8);
        var names = model.state_dict().Keys;
        Assert.That(names, Has.Count.EqualTo(2 * 12 + 2 + 18 + 2));
        Assert.That(names, Is.SupersetOf(new[] { "encoder.layers.1.self_attn.out_proj.weight", "encoder.norm.bias", "decoder.layers.0.multihead_attn.in_proj_weight", "decoder.layers.0.norm3.weight", "decoder.norm.weight" }));
    }

    [Test]
    public void Copies_in_an_encoder_begin_with_the_values_of_the_layer_and_take_no_random_numbers()
    {
        manual_seed(3);
        using var layer = nn.TransformerEncoderLayer(4, 2, 8);
        using var expected = get_rng_state();
        using var encoder = nn.TransformerEncoder(layer, 2);
        Assert.That(get_rng_state().Equals(expected), Is.True);
        Assert.That(encoder.get_parameter("layers.1.linear1.weight")!.Equals(encoder.get_parameter("layers.0.linear1.weight")!), Is.True);
        Assert.That(encoder.get_parameter("layers.1.linear1.weight")!.Handle, Is.Not.EqualTo(encoder.get_parameter("layers.0.linear1.weight")!.Handle));
    }

    private static TestCaseData Case(string name, Func<nn.Module> make, params string[] names) =>
        new TestCaseData(make, names).SetName($"{nameof(A_layer_keeps_its_state_under_the_names_of_PyTorch)}({name})");
}
