using System.Runtime.InteropServices;
using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

[NonParallelizable]
public class AutogradTests
{
    [Test]
    public void A_derivative_of_a_derivative_is_had_by_create_graph()
    {
        using var scope = NewDisposeScope();
        var x = tensor([2.0, 3.0]).requires_grad_();
        var slope = autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];
        var bend = autograd.grad([slope.sum()], [x])[0];
        Assert.That(slope.data<double>().ToArray(), Is.EqualTo(new[] { 12.0, 27 }));
        Assert.That(bend.data<double>().ToArray(), Is.EqualTo(new[] { 12.0, 18 }));
    }

    [Test]
    public void An_input_that_does_not_matter_is_null_when_allowed_and_refused_otherwise()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(2.0).requires_grad_(), tensor(3.0).requires_grad_());
        Assert.That(autograd.grad([x * 2], [x, y], allow_unused: true)[1], Is.Null);
        Assert.That(() => autograd.grad([x * 2], [x, y]), Throws.TypeOf<ExternalException>().With.Message.Contains("allow_unused"));
    }

    [Test]
    public void A_NaN_in_the_backward_pass_is_an_error_while_anomalies_are_looked_for()
    {
        using var scope = NewDisposeScope();
        Tensor Loss() => (tensor(0.0).requires_grad_().sqrt() * 0).sum();
        using (var mode = autograd.detect_anomaly())
        {
            Assert.That(mode.IsEnabled && mode.ShouldCheckNaN);
            Assert.That(() => Loss().backward(), Throws.TypeOf<ExternalException>().With.Message.Contains("SqrtBackward0").And.Message.Contains("nan"));
            using (autograd.set_detect_anomaly(false)) Assert.That(() => Loss().backward(), Throws.Nothing);
            using (new AnomalyMode(true, check_nan: false)) Assert.That(() => Loss().backward(), Throws.Nothing);
            Assert.That(() => Loss().backward(), Throws.TypeOf<ExternalException>(), "the inner modes are over");
        }
        Assert.That(() => Loss().backward(), Throws.Nothing);
    }

    [Test]
    public void Jacobians_have_the_shape_of_the_result_followed_by_that_of_the_input()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1.0, 2.0]);
        var one = autograd.functional.jacobian((Tensor t) => stack([t[0] * t[1], t[0] + t[1], tensor(5.0) * t[0]]), x);
        Assert.That(one.shape, Is.EqualTo(new[] { 3, 2 }));
        Assert.That(one.data<double>().ToArray(), Is.EqualTo(new[] { 2.0, 1, 1, 1, 5, 0 }));
        var each = autograd.functional.jacobian((Tensor[] t) => t[0] * 3, x, tensor([1.0])).ToArray();
        Assert.That(each[0].data<double>().ToArray(), Is.EqualTo(new[] { 3.0, 0, 0, 3 }));
        Assert.That(each[1].data<double>().ToArray(), Is.EqualTo(new[] { 0.0, 0 }), "an input that does not matter");
        Assert.That(x.requires_grad, Is.False);
    }
}
