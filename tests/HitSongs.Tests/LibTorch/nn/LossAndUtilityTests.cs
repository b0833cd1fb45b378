using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Layers;

public class LossAndUtilityTests
{
    private static readonly TestCaseData[] losses =
    [
        Case("absolute", () => nn.L1Loss(nn.Reduction.Sum).call(Row(1, -2), Row(0, 0)), 3),
        Case("Huber", () => nn.HuberLoss(1, nn.Reduction.Sum).call(Row(0.5f, 3), Row(0, 0)), 0.125 + 2.5),
        Case("smooth", () => nn.SmoothL1Loss(nn.Reduction.Sum, 2).call(Row(1, 3), Row(0, 0)), 0.25 + 2),
        Case("smoothed labels", () => new CrossEntropyLoss(label_smoothing: 0.2).call(Row(0, 0).view(1, 2), tensor(new long[] { 1 })), Math.Log(2)),
        Case("normal variables", () => nn.GaussianNLLLoss(true).call(Row(1), Row(3), Row(4)), 0.5 * (Math.Log(4) + 1 + Math.Log(2 * Math.PI))),
        Case("counts", () => nn.PoissonNLLLoss(false, false, 0).call(Row(2), Row(3)), 2 - 3 * Math.Log(2)),
        Case("divergence", () => nn.KLDivLoss(true, nn.Reduction.Sum).call(Row(0.5f, 0.5f).log(), Row(0.25f, 0.75f).log()), 0.25 * Math.Log(0.5) + 0.75 * Math.Log(1.5)),
        Case("margin of two", () => nn.MarginRankingLoss(0.5).call(Row(1), Row(2), Row(1)), 1.5),
        Case("hinge", () => nn.HingeEmbeddingLoss().call(Row(0.25f), Row(-1)), 0.75),
        Case("angles", () => nn.CosineEmbeddingLoss(0.5).call(Row(1, 0).view(1, 2), Row(1, 0).view(1, 2), Row(-1)), 0.5),
        Case("several labels", () => nn.MultiLabelSoftMarginLoss().call(Row(0, 0).view(1, 2), Row(1, 0).view(1, 2)), Math.Log(2)),
        Case("soft margin", () => nn.SoftMarginLoss().call(Row(2), Row(-1)), Math.Log(1 + Math.Exp(2))),
        Case("triplet", () => nn.TripletMarginWithDistanceLoss((x, y) => (x - y).abs().sum(1), 1).call(Row(0).view(1, 1), Row(2).view(1, 1), Row(1).view(1, 1)), 2),
        Case("alignment", () => nn.CTCLoss(reduction: nn.Reduction.Sum).call(zeros(2, 1, 2).log_softmax(2), tensor(new long[,] { { 1 } }), tensor(new long[] { 2 }), tensor(new long[] { 1 })), -Math.Log(0.75)),
    ];

    [TestCaseSource(nameof(losses))]
    public void A_loss_is_what_its_formula_says(Func<Tensor> loss, double expected) =>
        Assert.That(loss().item<double>(), Is.EqualTo(expected).Within(1e-5), "float32");

    [Test]
    public void Gradients_that_are_too_long_are_shortened_together()
    {
        using var layer = nn.Linear(1, 1);
        layer.weight.grad = tensor(new float[,] { { 3 } });
        layer.bias!.grad = tensor(new float[] { 4 });
        Assert.That(nn.utils.clip_grad_norm_(layer.parameters(), 10), Is.EqualTo(5));
        Assert.That(layer.bias!.grad!.item<float>(), Is.EqualTo(4), "short enough already");
        Assert.That(nn.utils.clip_grad_norm_(layer.parameters(), 1), Is.EqualTo(5));
        // The factor is 1 / (5 + 1e-6).
        Assert.That((layer.weight.grad!.item<float>(), layer.bias!.grad!.item<float>()), Is.EqualTo((0.6f, 0.8f)).Within(1e-5));
        nn.utils.clip_grad_value_(layer.parameters(), 0.7);
        Assert.That((layer.weight.grad!.item<float>(), layer.bias!.grad!.item<float>()), Is.EqualTo((0.6f, 0.7f)).Within(1e-5));
        Assert.That(nn.utils.clip_grad_norm_(layer.parameters(), 1, double.PositiveInfinity), Is.EqualTo(0.7).Within(1e-6));
        layer.zero_grad();
        Assert.That(nn.utils.clip_grad_norm_(layer.parameters(), 1), Is.Zero);
    }

    [Test]
    public void Parameters_become_a_vector_and_come_back()
    {
        using var source = nn.Linear(2, 3);
        using var target = nn.Linear(2, 3);
        using var vector = nn.utils.parameters_to_vector(source.parameters());
        nn.utils.vector_to_parameters(vector, target.parameters());
        Assert.That(vector.shape, Is.EqualTo(new[] { 9 }));
        Assert.That(target.weight.Equals(source.weight) && target.bias!.Equals(source.bias!), Is.True);
        Assert.That(() => nn.utils.vector_to_parameters(ones(8), target.parameters()), Throws.ArgumentException.With.Message.Contains("9 elements"));
    }

    [Test]
    public void A_fused_layer_gives_what_layer_and_normalization_give()
    {
        using var scope = NewDisposeScope();
        var (layer, norm) = (nn.Linear(3, 2), nn.BatchNorm1d(2));
        norm.call(layer.call(randn(8, 3)));
        layer.eval();
        Assert.That(() => nn.utils.fuse_linear_bn_eval(layer, norm), Throws.ArgumentException);
        norm.eval();
        var x = randn(4, 3);
        Assert.That(nn.utils.fuse_linear_bn_eval(layer, norm).call(x).allclose(norm.call(layer.call(x)), 1e-4, 1e-5), Is.True, "float32");
    }

    [Test]
    public void First_values_keep_their_promise()
    {
        using var scope = NewDisposeScope();
        var wide = nn.init.orthogonal_(empty(3, 8), 2);
        Assert.That(wide.matmul(wide.t()).allclose(eye(3) * 4, 1e-4, 1e-5), Is.True, "float32");
        var sparse = nn.init.sparse_(empty([10, 4], float64), 0.25);
        Assert.That(sparse.eq(0).sum(0).data<long>().ToArray(), Is.EqualTo(new[] { 3, 3, 3, 3 }));
        var normal = nn.init.trunc_normal_(empty(10_000), 1, 2, 0, 4);
        Assert.That((normal.min().item<float>(), normal.max().item<float>()), Is.EqualTo((0f, 4f)).Within(0.1), "10,000 draws come near their bounds");
        var x = randn(1, 3, 5);
        var layer = nn.Conv1d(3, 3, 3, padding: 1, bias: false);
        nn.init.dirac_(layer.weight);
        Assert.That(layer.call(x).allclose(x), Is.True);
        Assert.That(() => nn.init.dirac_(ones(2, 2)), Throws.ArgumentException);
        Assert.That(nn.init.calculate_gain(nn.init.NonlinearityType.LeakyReLU, 1), Is.EqualTo(1));
    }

    private static Tensor Row(params float[] numbers) => tensor(numbers);

    private static TestCaseData Case(string name, Func<Tensor> loss, double expected) =>
        new TestCaseData(loss, expected).SetName($"{nameof(A_loss_is_what_its_formula_says)}({name})");
}
