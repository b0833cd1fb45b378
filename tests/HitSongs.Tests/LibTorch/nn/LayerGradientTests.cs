using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Layers;

public class LayerGradientTests
{
    private static readonly TestCaseData[] layers =
    [
        Case("convolution", () => nn.Conv2d(2, 3, (2, 3), stride: (2, 1), padding: (1, 0), padding_mode: PaddingModes.Reflect), 1, 2, 4, 4),
        Case("transposed convolution", () => nn.ConvTranspose1d(2, 3, 3, stride: 2, padding: 1, output_padding: 1), 1, 2, 4),
        Case("batch normalization", () => nn.BatchNorm1d(3), 4, 3),
        Case("group normalization", () => nn.GroupNorm(2, 4), 2, 4, 3),
        Case("layer normalization", () => nn.LayerNorm(4), 3, 4),
        Case("local response normalization", () => nn.LocalResponseNorm(3, 0.5), 1, 4, 3),
        Case("slopes", () => nn.PReLU(3), 2, 3),
        Case("gated linear units", () => nn.GLU(), 3, 4),
        Case("mish", () => nn.Mish(), 3, 4),
        Case("shuffled channels", () => nn.ChannelShuffle(2), 1, 4, 3),
        Case("power pooling", () => nn.LPPool2d(2, 2), 1, 1, 4, 4),
        Case("maximum pooling", () => nn.MaxPool2d(2), 1, 2, 4, 4),
        Case("bilinear resizing", () => nn.Upsample(scale_factor: [1.5], mode: UpsampleMode.Bilinear), 1, 1, 4, 4),
        Case("columns of blocks", () => nn.Unfold(2), 1, 2, 3, 3),
        Case("encoder layer", () => nn.TransformerEncoderLayer(4, 2, 6, 0, nn.Activations.GELU), 3, 2, 4),
        Case("sequence", () => nn.Sequential(nn.Conv1d(1, 2, 3, Padding.Same), nn.Tanh(), nn.Flatten(), nn.Linear(8, 1)), 2, 1, 4),
    ];

    [TestCaseSource(nameof(layers))]
    public void The_gradient_by_input_and_parameters_is_the_slope_between_two_near_points(Func<nn.Module<Tensor, Tensor>> make, long[] shape)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var layer = make().to(float64);
        var x = randn(shape, float64);
        x.requires_grad = true;
        // Weights that are not all alike, so that no slope vanishes by symmetry.
        Tensor Value() => (layer.call(x) * arange(1, layer.call(x).numel() + 1, float64).reshape(layer.call(x).shape)).sin().sum();
        Value().backward();

        // Central differences in double precision: with h = 1e-6 and slopes up to a hundred the error stays below 1e-5.
        Assert.Multiple(() =>
        {
            Assert.That(x.grad!.data<double>().ToArray(), Is.EqualTo(Slopes(x, Value)).Within(1e-5), "by the input");
            foreach (var (name, parameter) in layer.named_parameters())
            {
                Assert.That(parameter.grad!.contiguous().data<double>().ToArray(), Is.EqualTo(Slopes(parameter, Value)).Within(1e-5), name);
            }
        });
    }

    private static double[] Slopes(Tensor x, Func<Tensor> value)
    {
        const double Step = 1e-6;
        using var unrecorded = no_grad();
        var slopes = new double[x.numel()];
        var flat = x.view(-1);
        for (var i = 0; i < slopes.Length; i++)
        {
            var there = flat[i].item<double>();
            flat[i] = there + Step;
            var above = value().item<double>();
            flat[i] = there - Step;
            slopes[i] = (above - value().item<double>()) / (2 * Step);
            flat[i] = there;
        }
        return slopes;
    }

    private static TestCaseData Case(string name, Func<nn.Module<Tensor, Tensor>> make, params long[] shape) =>
        new TestCaseData(make, shape).SetName($"{nameof(The_gradient_by_input_and_parameters_is_the_slope_between_two_near_points)}({name})");
}
