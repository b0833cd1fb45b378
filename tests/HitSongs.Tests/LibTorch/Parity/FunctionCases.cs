using TorchSharp;
using static HitSongs.Tests.LibTorch.Parity.Observe;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace HitSongs.Tests.LibTorch.Parity;

internal static class FunctionCases
{
    private static readonly long[] M = [4, 3];

    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["conv1d"] = Gradients((x, w, b) => conv1d(x, w, b, stride: 2, padding: 1), [2, 3, 9], [4, 3, 3], [4]),
        ["conv2d"] = Gradients((x, w) => conv2d(x, w, null, [1, 1], [1, 1], [1, 1], 1), [2, 3, 6, 6], [4, 3, 3, 3]),
        ["conv2d grouped"] = Gradients((x, w, b) => conv2d(x, w, b, [2, 1], [1, 2], [1, 2], 2), [2, 4, 7, 7], [6, 2, 3, 3], [6]),
        ["conv3d"] = Gradients((x, w) => conv3d(x, w), [1, 2, 4, 4, 4], [3, 2, 2, 2, 2]),
        ["conv_transpose2d"] = Gradients((x, w, b) => conv_transpose2d(x, w, b, [2, 2], [1, 1], [1, 1]), [2, 3, 4, 4], [3, 2, 3, 3], [2]),
        ["conv2d, batch_norm"] = Gradients((x, w) => batch_norm(conv2d(x, w, null, [1, 1], [1, 1]), null!, null!, training: true).abs().sqrt(), [2, 3, 6, 6], [4, 3, 3, 3]),
        ["max_pool1d"] = Gradients(x => max_pool1d(x, 3, 2), [2, 3, 9]),
        ["max_pool2d"] = Gradients(x => max_pool2d(x, 3, 2, 1), [2, 3, 7, 7]),
        ["avg_pool2d"] = Gradients(x => avg_pool2d(x, 2), [2, 3, 6, 6]),
        ["adaptive_avg_pool2d"] = Gradients(x => adaptive_avg_pool2d(x, (2, 3)), [2, 3, 7, 7]),
        ["adaptive_max_pool2d"] = Gradients(x => adaptive_max_pool2d(x, [2, 3]), [2, 3, 7, 7]),
        ["layer_norm"] = Gradients((x, w, b) => layer_norm(x, [6], w, b), [4, 6], [6], [6]),
        ["group_norm"] = Gradients((x, w, b) => group_norm(x, 2, w, b), [3, 4, 5], [4], [4]),
        ["instance_norm"] = Gradients(x => instance_norm(x), [3, 4, 5]),
        ["local_response_norm"] = Gradients(x => local_response_norm(x, 3), [2, 5, 4]),
        ["normalize"] = Gradients(x => normalize(x), M),
        ["linear"] = Gradients((x, w, b) => linear(x, w, b), [5, 4], [3, 4], [3]),
        ["bilinear"] = Gradients((x, y, w) => bilinear(x, y, w), [5, 4], [5, 3], [2, 4, 3]),
        ["cosine_similarity"] = Gradients((x, y) => cosine_similarity(x, y), M, M),
        ["pairwise_distance"] = Gradients((x, y) => pairwise_distance(x, y), M, M),
        ["cdist"] = Gradients((x, y) => cdist(x, y), M, [5, 3]),
        ["interpolate bilinear"] = Gradients(x => interpolate(x, [5, 7], mode: InterpolationMode.Bilinear, align_corners: false), [1, 2, 3, 4]),
        ["interpolate nearest"] = Gradients(x => interpolate(x, scale_factor: [2.0, 2.0]), [1, 2, 3, 4]),
        ["grid_sample"] = Gradients((x, y) => grid_sample(x, y.tanh(), GridSampleMode.Bilinear, align_corners: false), [1, 2, 4, 4], [1, 3, 3, 2]),
        ["pixel_shuffle"] = Gradients(x => pixel_shuffle(x, 2), [1, 8, 2, 3]),
        ["unfold and fold"] = Gradients(x => fold(unfold(x, 2) * 2, 4, 2), [1, 2, 4, 4]),
        ["pad constant"] = Gradients(x => pad(x, (1, 2), value: 0.5), [2, 3, 4]),
        ["pad reflect"] = Gradients(x => pad(x, (1, 2), PaddingModes.Reflect), [2, 3, 4]),
        ["elu"] = Gradients(x => elu(x, 0.7), M),
        ["selu"] = Gradients(x => selu(x), M),
        ["celu"] = Gradients(x => celu(x, 0.7), M),
        ["gelu"] = Gradients(x => gelu(x), M),
        ["silu"] = Gradients(x => silu(x), M),
        ["mish"] = Gradients(x => mish(x), M),
        ["softplus"] = Gradients(x => softplus(x), M),
        ["softsign"] = Gradients(x => softsign(x), M),
        ["hardtanh"] = Gradients(x => hardtanh(x), M),
        ["hardswish"] = Gradients(x => hardswish(x), M),
        ["hardsigmoid"] = Gradients(x => hardsigmoid(x), M),
        ["leaky_relu"] = Gradients(x => leaky_relu(x, 0.2), M),
        ["logsigmoid"] = Gradients(x => logsigmoid(x), M),
        ["softshrink"] = Gradients(x => softshrink(x), M),
        ["hardshrink"] = Gradients(x => hardshrink(x), M),
        ["tanhshrink"] = Gradients(x => tanhshrink(x), M),
        ["relu6"] = Gradients(x => relu6(x * 5), M),
        ["glu"] = Gradients(x => glu(x, 0), M),
        ["threshold"] = Gradients(x => threshold(x, 0.1, 2.0), M),
        ["prelu"] = Gradients((x, w) => prelu(x, w), M, [3]),
        ["one_hot"] = Values(_ => [one_hot(tensor(new long[] { 0, 3, 1 }), 5)], [1]),
    };
}
