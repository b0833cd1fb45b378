using TorchSharp;
using static HitSongs.Tests.LibTorch.Parity.Observe;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

internal static class ModuleCases
{
    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["RNN"] = Module(() => nn.RNN(3, 4), (f, x) => Two(f.call(x[0])), [5, 2, 3]),
        ["RNN with relu in two layers"] = Module(() => nn.RNN(3, 4, 2, nn.NonLinearities.ReLU), (f, x) => Two(f.call(x[0], x[1])), [5, 2, 3], [2, 2, 4]),
        ["LSTM"] = Module(() => nn.LSTM(3, 4), (f, x) => Three(f.call(x[0])), [5, 2, 3]),
        ["LSTM both ways in two layers"] = Module(
            () => nn.LSTM(3, 4, 2, batchFirst: true, bidirectional: true), (f, x) => Three(f.call(x[0], (x[1], x[2]))), [2, 5, 3], [4, 2, 4], [4, 2, 4]),
        ["LSTM with dropout"] = Module(() => nn.LSTM(3, 4, 2, dropout: 0.5), (f, x) => Three(f.call(x[0])), [5, 2, 3]),
        ["GRU"] = Module(() => nn.GRU(3, 4), (f, x) => Two(f.call(x[0])), [5, 2, 3]),
        ["GRU both ways"] = Module(() => nn.GRU(3, 4, bidirectional: true), (f, x) => Two(f.call(x[0], x[1])), [5, 2, 3], [2, 2, 4]),
        ["RNNCell"] = Module(() => nn.RNNCell(3, 4), (f, x) => [f.call(x[0], x[1])], [2, 3], [2, 4]),
        ["LSTMCell"] = Module(() => nn.LSTMCell(3, 4), (f, x) => Two(f.call(x[0], (x[1], x[2]))), [2, 3], [2, 4], [2, 4]),
        ["GRUCell"] = Module(() => nn.GRUCell(3, 4), (f, x) => [f.call(x[0], x[1])], [2, 3], [2, 4]),
        ["MultiheadAttention"] = Module(() => nn.MultiheadAttention(8, 2), (f, x) => Pair(f.call(x[0], x[1], x[2])), [3, 2, 8], [4, 2, 8], [4, 2, 8]),
        ["MultiheadAttention masked"] = Module(
            () => nn.MultiheadAttention(8, 2), (f, x) => Pair(f.call(x[0], x[0], x[0], attn_mask: full(3, 3, float.NegativeInfinity).triu(1))), [3, 2, 8]),
        ["MultiheadAttention without weights"] = Module(() => nn.MultiheadAttention(8, 2), (f, x) => [f.call(x[0], x[0], x[0], need_weights: false).Item1], [3, 2, 8]),
        ["MultiheadAttention with dropout"] = Module(() => nn.MultiheadAttention(8, 2, 0.3), (f, x) => Pair(f.call(x[0], x[0], x[0])), [3, 2, 8]),
        ["MultiheadAttention with other widths"] = Module(
            () => nn.MultiheadAttention(8, 2, kdim: 3, vdim: 5), (f, x) => Pair(f.call(x[0], x[1], x[2])), [3, 2, 8], [4, 2, 3], [4, 2, 5]),
        ["TransformerEncoderLayer"] = Module(() => nn.TransformerEncoderLayer(8, 2, 16, 0), (f, x) => [f.forward(x[0])], [3, 2, 8]),
        ["TransformerEncoderLayer with gelu"] = Module(() => nn.TransformerEncoderLayer(8, 2, 16, 0, nn.Activations.GELU), (f, x) => [f.forward(x[0])], [3, 2, 8]),
        ["TransformerEncoderLayer with dropout"] = Module(() => nn.TransformerEncoderLayer(8, 2, 16, 0.2), (f, x) => [f.forward(x[0])], [3, 2, 8]),
        ["TransformerEncoder"] = Module(() => nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, 0), 2), (f, x) => [f.call(x[0])], [3, 2, 8]),
        ["TransformerDecoderLayer"] = Module(() => nn.TransformerDecoderLayer(8, 2, 16, 0), (f, x) => [f.call(x[0], x[1])], [3, 2, 8], [4, 2, 8]),
        ["Transformer"] = Module(() => nn.Transformer(8, 2, 1, 1, 16, 0), (f, x) => [f.call(x[0], x[1])], [3, 2, 8], [4, 2, 8]),
        ["Embedding"] = Module(() => nn.Embedding(7, 4, padding_idx: 2), (f, _) => [f.call(Words())]),
        ["EmbeddingBag"] = Module(() => nn.EmbeddingBag(7, 4), (f, _) => [f.call(Words())]),
        ["Linear"] = Module(() => nn.Linear(5, 3), (f, x) => [f.call(x[0])], [4, 5]),
        ["Bilinear"] = Module(() => nn.Bilinear(3, 4, 2), (f, x) => [f.call(x[0], x[1])], [5, 3], [5, 4]),
        ["Conv1d circular"] = Module(() => nn.Conv1d(3, 4, 3, padding: 1, padding_mode: PaddingModes.Circular), (f, x) => [f.call(x[0])], [2, 3, 6]),
        ["Conv2d"] = Module(() => nn.Conv2d(3, 4, 3, 2, 1), (f, x) => [f.call(x[0])], [2, 3, 6, 6]),
        ["Conv2d reflecting"] = Module(() => nn.Conv2d(3, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect), (f, x) => [f.call(x[0])], [2, 3, 5, 5]),
        ["Conv2d same"] = Module(() => nn.Conv2d(3, 4, 3, Padding.Same, dilation: 2), (f, x) => [f.call(x[0])], [2, 3, 6, 6]),
        ["ConvTranspose1d"] = Module(() => nn.ConvTranspose1d(3, 2, 3, 2, 1, 1), (f, x) => [f.call(x[0])], [2, 3, 5]),
        ["PReLU"] = Module(() => nn.PReLU(3), (f, x) => [f.call(x[0])], [4, 3]),
        ["LayerNorm"] = Module(() => nn.LayerNorm([3, 4]), (f, x) => [f.call(x[0])], [2, 3, 4]),
        ["GroupNorm"] = Module(() => nn.GroupNorm(2, 4), (f, x) => [f.call(x[0])], [2, 4, 5]),
        ["InstanceNorm2d tracked"] = Module(() => nn.InstanceNorm2d(3, affine: true, track_running_stats: true), (f, x) => [f.call(x[0])], [2, 3, 4, 4]),
        ["BatchNorm1d"] = Module(() => nn.BatchNorm1d(3), (f, x) => [f.call(x[0]), f.call(x[1])], [4, 3], [5, 3]),
        ["BatchNorm2d"] = Module(
            () => nn.BatchNorm2d(3, momentum: 0.3),
            (f, x) =>
            {
                var (first, second) = (f.call(x[0]), f.call(x[1]));
                f.eval();
                return [first, second, f.call(x[0])];
            },
            [2, 3, 4, 4],
            [2, 3, 4, 4]),
        ["BatchNorm without statistics"] = Module(() => nn.BatchNorm1d(3, affine: false, track_running_stats: false), (f, x) => [f.call(x[0])], [4, 3]),
    };

    private static Tensor Words() => tensor(new long[,] { { 1, 2, 4 }, { 4, 3, 2 } });

    private static Tensor[] Two((Tensor, Tensor) results) => [results.Item1, results.Item2];

    private static Tensor[] Three((Tensor, Tensor, Tensor) results) => [results.Item1, results.Item2, results.Item3];

    private static Tensor[] Pair(Tuple<Tensor, Tensor> results) => [results.Item1, results.Item2];
}
