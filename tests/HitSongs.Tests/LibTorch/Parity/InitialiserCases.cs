using static HitSongs.Tests.LibTorch.Parity.Observe;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace HitSongs.Tests.LibTorch.Parity;

internal static class InitialiserCases
{
    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["Linear"] = Initial(() => nn.Linear(5, 3)),
        ["Linear without bias"] = Initial(() => nn.Linear(5, 3, false)),
        ["Bilinear"] = Initial(() => nn.Bilinear(3, 4, 2)),
        ["Conv1d"] = Initial(() => nn.Conv1d(3, 4, 3)),
        ["Conv2d"] = Initial(() => nn.Conv2d(3, 4, 3)),
        ["Conv2d grouped"] = Initial(() => nn.Conv2d(4, 6, (2, 3), groups: 2)),
        ["Conv3d"] = Initial(() => nn.Conv3d(2, 3, 2)),
        ["ConvTranspose2d"] = Initial(() => nn.ConvTranspose2d(3, 2, 3)),
        ["Embedding"] = Initial(() => nn.Embedding(7, 4)),
        ["Embedding with padding"] = Initial(() => nn.Embedding(7, 4, padding_idx: 2)),
        ["EmbeddingBag"] = Initial(() => nn.EmbeddingBag(7, 4)),
        ["RNN"] = Initial(() => nn.RNN(3, 4, 2)),
        ["LSTM"] = Initial(() => nn.LSTM(3, 4, 2, bidirectional: true)),
        ["GRU"] = Initial(() => nn.GRU(3, 4, bias: false)),
        ["RNNCell"] = Initial(() => nn.RNNCell(3, 4)),
        ["LSTMCell"] = Initial(() => nn.LSTMCell(3, 4)),
        ["GRUCell"] = Initial(() => nn.GRUCell(3, 4)),
        ["MultiheadAttention"] = Initial(() => nn.MultiheadAttention(8, 2)),
        ["MultiheadAttention with other widths"] = Initial(() => nn.MultiheadAttention(8, 2, kdim: 3, vdim: 5, add_bias_kv: true)),
        ["TransformerEncoderLayer"] = Initial(() => nn.TransformerEncoderLayer(8, 2, 16)),
        ["TransformerEncoder"] = Initial(() => nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8), 2)),
        ["TransformerDecoderLayer"] = Initial(() => nn.TransformerDecoderLayer(8, 2, 16)),
        ["Transformer"] = Initial(() => nn.Transformer(4, 2, 1, 1, 8)),
        ["BatchNorm2d"] = Initial(() => nn.BatchNorm2d(3)),
        ["LayerNorm"] = Initial(() => nn.LayerNorm([2, 3])),
        ["PReLU"] = Initial(() => nn.PReLU(3)),
        ["Sequential"] = Initial(() => nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))),
        ["uniform_"] = Filled(t => uniform_(t, -1, 2), 4, 5),
        ["normal_"] = Filled(t => normal_(t, 1, 0.5), 4, 5),
        ["constant_"] = Filled(t => constant_(t, 0.3), 2, 2),
        ["xavier_uniform_"] = Filled(t => xavier_uniform_(t, 2), 4, 5),
        ["xavier_normal_"] = Filled(t => xavier_normal_(t), 4, 5, 3),
        ["kaiming_uniform_"] = Filled(t => kaiming_uniform_(t, 0.2), 4, 5),
        ["kaiming_normal_"] = Filled(t => kaiming_normal_(t, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU), 4, 5, 3),
        ["orthogonal_"] = Filled(t => orthogonal_(t, 1.5), 4, 6),
        ["trunc_normal_"] = Filled(t => trunc_normal_(t, 0.5, 2, -1, 3), 4, 5),
        ["sparse_"] = Filled(t => sparse_(t, 0.4, 0.1), 5, 4),
        ["eye_"] = Filled(t => eye_(t), 3, 4),
        ["dirac_"] = Filled(t => dirac_(t), 3, 4, 3),
        ["calculate_gain"] = () => [("value", tensor(new[]
        {
            calculate_gain(NonlinearityType.Linear), calculate_gain(NonlinearityType.Tanh), calculate_gain(NonlinearityType.ReLU), calculate_gain(NonlinearityType.LeakyReLU, 0.2),
        }))],
    };
}
