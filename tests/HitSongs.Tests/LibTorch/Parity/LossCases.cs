using static HitSongs.Tests.LibTorch.Parity.Observe;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace HitSongs.Tests.LibTorch.Parity;

internal static class LossCases
{
    private static readonly long[] M = [4, 3];

    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new (string Name, Func<Reduction, ParityCase> Case)[]
    {
        ("mse_loss", r => Gradients((x, y) => mse_loss(x, y, r), M, M)),
        ("l1_loss", r => Gradients((x, y) => l1_loss(x, y, r), M, M)),
        ("smooth_l1_loss", r => Gradients((x, y) => smooth_l1_loss(x, y, r, 0.5), M, M)),
        ("huber_loss", r => Gradients((x, y) => huber_loss(x, y, 0.7, r), M, M)),
        ("binary_cross_entropy", r => Gradients(x => binary_cross_entropy(x.sigmoid(), Labels(), Weights(), r), M)),
        ("binary_cross_entropy_with_logits", r => Gradients(x => binary_cross_entropy_with_logits(x, Labels(), reduction: r, pos_weights: Weights()), M)),
        ("cross_entropy", r => Gradients(x => cross_entropy(x, Classes(), reduction: r), M)),
        ("cross_entropy weighted", r => Gradients(x => cross_entropy(x, Classes(), Weights(), reduction: r), M)),
        ("cross_entropy smoothed", r => Gradients(x => cross_entropy(x, Classes(), Weights(), reduction: r, label_smoothing: 0.1), M)),
        ("cross_entropy ignoring", r => Gradients(x => cross_entropy(x, Classes(), ignore_index: 1, reduction: r), M)),
        ("cross_entropy of probabilities", r => Gradients((x, y) => cross_entropy(x, y.softmax(1), reduction: r), M, M)),
        ("nll_loss", r => Gradients(x => nll_loss(x.log_softmax(1), Classes(), Weights(), r), M)),
        ("kl_div", r => Gradients((x, y) => kl_div(x.log_softmax(1), y.softmax(1), false, r), M, M)),
        ("kl_div of logarithms", r => Gradients((x, y) => kl_div(x.log_softmax(1), y.log_softmax(1), true, r), M, M)),
        ("margin_ranking_loss", r => Gradients((x, y) => margin_ranking_loss(x, y, Signs(), 0.2, r), [4], [4])),
        ("hinge_embedding_loss", r => Gradients(x => hinge_embedding_loss(x, Signs(), 0.5, r), [4])),
        ("cosine_embedding_loss", r => Gradients((x, y) => cosine_embedding_loss(x, y, Signs(), 0.1, r), M, M)),
        ("triplet_margin_loss", r => Gradients((x, y, z) => triplet_margin_loss(x, y, z, swap: true, reduction: r), M, M, M)),
        ("multi_margin_loss", r => Gradients(x => multi_margin_loss(x, Classes(), reduction: r), M)),
        ("multilabel_soft_margin_loss", r => Gradients(x => multilabel_soft_margin_loss(x, Labels(), reduction: r), M)),
        ("multilabel_margin_loss", r => Gradients(x => multi_label_margin_loss(x, tensor(new long[,] { { 0, 2, -1 }, { 1, -1, -1 }, { 0, 1, 2 }, { 2, -1, -1 } }), r), M)),
        ("soft_margin_loss", r => Gradients(x => soft_margin_loss(x, (Labels() * 2) - 1, r), M)),
        ("poisson_nll_loss", r => Gradients((x, y) => poisson_nll_loss(x, Positive(y), full: true, reduction: r), M, M)),
        ("gaussian_nll_loss", r => Gradients((x, y, z) => gaussian_nll_loss(x, y, Positive(z), full: true, reduction: r), M, M, M)),
        ("ctc_loss", r => Gradients(
            x => ctc_loss(x.log_softmax(2), tensor(new long[,] { { 1, 2, 1 }, { 2, 2, 0 } }), tensor(new long[] { 6, 5 }), tensor(new long[] { 3, 2 }), reduction: r), [6, 2, 4])),
    }.SelectMany(loss => new[] { (loss, "none", Reduction.None), (loss, "mean", Reduction.Mean), (loss, "sum", Reduction.Sum) })
        .ToDictionary(entry => $"{entry.loss.Name} {entry.Item2}", entry => entry.loss.Case(entry.Item3));

    private static Tensor Classes() => tensor(new long[] { 0, 2, 1, 1 });

    private static Tensor Weights() => tensor(new[] { 0.5f, 1f, 2f });

    private static Tensor Signs() => tensor(new[] { 1f, -1f, 1f, -1f });

    private static Tensor Labels() => tensor(new float[,] { { 1, 0, 1 }, { 0, 1, 0 }, { 1, 1, 1 }, { 0, 0, 0 } });
}
