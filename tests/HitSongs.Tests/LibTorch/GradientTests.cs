using System.Runtime.InteropServices;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class GradientTests
{
    private static readonly TestCaseData[] functions =
    [
        Case("product", (x, y) => (x * y).exp()),
        Case("quotient", (x, y) => (x + 1) / (y * y + 1.5)),
        Case("scalar on the left", (x, y) => (1 - x) * (2 / (y.abs() + 1))),
        Case("matrix product", (x, y) => x.matmul(y.t()).tanh()),
        Case("softmax", (x, y) => x.log_softmax(1) * y.softmax(0)),
        Case("norm", (x, y) => x.pow(3).norm() * y.sigmoid().mean()),
        Case("concatenation", (x, y) => cat([x, y], 0).sin().sum(1).pow(2)),
        Case("maximum along a dimension", (x, y) => x.max(1).values * y[2].sum()),
        Case("slices", (x, y) => x[TensorIndex.Colon, 1] * y[.., 0] + x[^1, 2]),
        Case("gather", (x, y) => x.gather(1, tensor(new long[,] { { 0, 2 }, { 1, 1 }, { 2, 0 } })) * y.std()),
        Case("cross entropy", (x, y) => nn.functional.cross_entropy(x, tensor(new long[] { 0, 2, 1 })) + nn.functional.mse_loss(x, y)),
        Case("binary cross entropy", (x, y) => nn.functional.binary_cross_entropy_with_logits(x, eye(3, dtype: float64)) * y.cos().sum()),
        Case("views", (x, y) => (x.reshape(9).view(3, 3).transpose(0, 1).squeeze() * y.unsqueeze(0)).flatten().var()),
        Case("selection", (x, y) => where(x > 0, x * 2, y.sqrt()).sum() + x.clamp(-0.5, 0.5).sum()),
    ];

    [TestCaseSource(nameof(functions))]
    public void The_gradient_is_the_slope_between_two_near_points(Func<Tensor, Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var x = randn(3, 3, float64, requires_grad: true);
        var y = rand(3, 3, float64).add(0.5).detach().requires_grad_();
        function(x, y).sum().backward();

        // Central differences in double precision: the error of h = 1e-6 is near 1e-9 for slopes near 1; 1e-6 leaves room for steep ones.
        Assert.That(x.grad!.data<double>().ToArray(), Is.EqualTo(Slopes(x, () => function(x, y))).Within(1e-6), "by x");
        Assert.That(y.grad?.data<double>().ToArray() ?? new double[9], Is.EqualTo(Slopes(y, () => function(x, y))).Within(1e-6), "by y");
    }

    [Test]
    public void Backward_passes_add_up_until_the_gradient_is_cleared()
    {
        using var x = tensor(3.0, requires_grad: true);
        Assert.That(x.grad, Is.Null);
        (x * x).backward();
        (x * x).backward();
        Assert.That(x.grad!.item<double>(), Is.EqualTo(12));
        x.grad.zero_();
        Assert.That(x.grad!.item<double>(), Is.Zero, "grad is the tensor itself, not a copy");
        x.grad = null;
        Assert.That(x.grad, Is.Null);
        x.grad = tensor(5.0);
        (x * x).backward();
        Assert.That(x.grad!.item<double>(), Is.EqualTo(11));
    }

    [Test]
    public void Without_grad_nothing_is_recorded()
    {
        using var x = ones(2, requires_grad: true);
        var inner = false;
        using (no_grad())
        {
            Assert.That(is_grad_enabled(), Is.False);
            Assert.That((x * 2).requires_grad, Is.False);
            Assert.That((x * 2).grad_fn, Is.Null);
            using (enable_grad()) inner = (x * 2).requires_grad;
        }
        Assert.That(inner, Is.True, "enable_grad within no_grad");
        Assert.That((x * 2).grad_fn, Does.StartWith("MulBackward"));
        Assert.That((x * 2).is_leaf, Is.False);
        Assert.That(x.is_leaf, Is.True);
        using (inference_mode()) Assert.That((x * 2).requires_grad, Is.False);
        Assert.That(is_grad_enabled(), Is.True);
    }

    [Test]
    public void Derivatives_of_derivatives_are_recorded_when_asked_for()
    {
        using var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Assert.That(first.item<double>(), Is.EqualTo(12));
        Assert.That(second.item<double>(), Is.EqualTo(12));
        Assert.That(x.grad, Is.Null, "autograd.grad fills no grad");
    }

    [Test]
    public void An_unused_input_is_an_error_unless_allowed()
    {
        using var x = tensor(2.0, requires_grad: true);
        using var unused = tensor(1.0, requires_grad: true);
        Assert.That(() => autograd.grad([x * x], [unused]), Throws.TypeOf<ExternalException>());
        Assert.That(autograd.grad([x * x], [unused], allow_unused: true)[0], Is.Null);
    }

    [Test]
    public void The_gradient_of_an_intermediate_is_kept_on_request()
    {
        using var x = tensor(2.0, requires_grad: true);
        var middle = x * 3;
        middle.retain_grad();
        (middle * middle).backward();
        Assert.That(middle.grad!.item<double>(), Is.EqualTo(12));
    }

    [Test]
    public void Weights_stand_for_a_scalar_in_the_backward_pass_of_a_vector()
    {
        using var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        (x * x).backward([tensor(new[] { 1.0, 10.0 })]);
        Assert.That(x.grad!.data<double>().ToArray(), Is.EqualTo(new[] { 2.0, 40.0 }));
    }

    [Test]
    public void Backward_of_a_vector_without_weights_is_one_line()
    {
        using var x = ones(2, requires_grad: true);
        Assert.That(() => (x * 2).backward(), Throws.TypeOf<ExternalException>()
            .With.Message.EqualTo("backward: grad can be implicitly created only for scalar outputs"));
    }

    [Test]
    public void A_second_pass_over_a_freed_graph_is_an_error_and_over_a_kept_one_is_not()
    {
        using var x = tensor(2.0, requires_grad: true);
        var freed = x.exp();
        freed.backward();
        Assert.That(() => freed.backward(), Throws.TypeOf<ExternalException>().With.Message.StartsWith("backward: Trying to backward through the graph a second time"));
        var kept = x.exp();
        kept.backward(retain_graph: true);
        Assert.That(() => kept.backward(), Throws.Nothing);
    }

    [Test]
    public void Changing_what_the_graph_needs_is_found_out()
    {
        using var x = tensor(2.0, requires_grad: true);
        var y = x.exp();
        var z = y * y;
        using (no_grad()) y.add_(1);
        Assert.That(() => z.backward(), Throws.TypeOf<ExternalException>().With.Message.Contains("modified by an inplace operation"));
    }

    [Test]
    public void Detached_tensors_share_memory_and_no_history()
    {
        using var x = ones(2, requires_grad: true);
        var detached = x.detach();
        Assert.That(detached.requires_grad, Is.False);
        detached[0] = 7;
        Assert.That(x[0].item<float>(), Is.EqualTo(7));
    }

    private static TestCaseData Case(string name, Func<Tensor, Tensor, Tensor> function) => new TestCaseData(function).SetArgDisplayNames(name);

    private static double[] Slopes(Tensor at, Func<Tensor> function)
    {
        const double Step = 1e-6;
        using var unrecorded = no_grad();
        using var elements = at.data<double>();
        var slopes = new double[elements.Count];
        for (var i = 0; i < slopes.Length; i++)
        {
            var before = elements[(long)i];
            elements[(long)i] = before + Step;
            var above = function().sum().item<double>();
            elements[(long)i] = before - Step;
            var below = function().sum().item<double>();
            elements[(long)i] = before;
            slopes[i] = (above - below) / (2 * Step);
        }
        return slopes;
    }
}
