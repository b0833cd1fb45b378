using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

/// <summary>Steps against the formulas of PyTorch's documentation, computed here in double precision.</summary>
public class OptimizerTests
{
    // The formulas are evaluated in another order than libtorch's kernels: a few units in the last place of a double.
    private const double Rounding = 1e-14;
    private static readonly double[] start = [0.5, -1.25, 2];
    private static readonly double[][] gradients = [[1, -2, 0.5], [0.25, 3, -1], [-2, 0.125, 4]];

    [TestCase(0, 0, 0, false)]
    [TestCase(0.9, 0, 0, false)]
    [TestCase(0.9, 0.1, 0.01, false)]
    [TestCase(0.9, 0, 0.01, true)]
    public void SGD_steps_as_its_formula_says(double momentum, double dampening, double decay, bool nesterov)
    {
        using var parameter = New();
        using var optimizer = optim.SGD([parameter], 0.1, momentum, dampening, decay, nesterov);
        double[] expected = [.. start], buffer = new double[3];
        for (var step = 0; step < gradients.Length; step++)
        {
            for (var i = 0; i < 3; i++)
            {
                var g = gradients[step][i] + (decay * expected[i]);
                buffer[i] = step == 0 ? g : (momentum * buffer[i]) + ((1 - dampening) * g);
                var direction = momentum == 0 ? g : nesterov ? g + (momentum * buffer[i]) : buffer[i];
                expected[i] -= 0.1 * direction;
            }
            Step(optimizer, parameter, step);
        }
        Assert.That(parameter.data<double>().ToArray(), Is.EqualTo(expected).Within(Rounding));
    }

    [TestCase(false, 0, false)]
    [TestCase(false, 0.1, true)]
    [TestCase(true, 0.1, false)]
    [TestCase(true, 0.1, true)]
    public void Adam_and_AdamW_step_as_their_formulas_say(bool apart, double decay, bool amsgrad)
    {
        using var parameter = New();
        using optim.Optimizer optimizer = apart
            ? optim.AdamW([parameter], 0.01, 0.8, 0.95, 1e-6, decay, amsgrad)
            : optim.Adam([parameter], 0.01, 0.8, 0.95, 1e-6, decay, amsgrad);
        double[] expected = [.. start], mean = new double[3], square = new double[3], largest = new double[3];
        for (var step = 0; step < gradients.Length; step++)
        {
            for (var i = 0; i < 3; i++)
            {
                var g = gradients[step][i] + (apart ? 0 : decay * expected[i]);
                if (apart) expected[i] *= 1 - (0.01 * decay);
                mean[i] = (0.8 * mean[i]) + (0.2 * g);
                square[i] = (0.95 * square[i]) + (0.05 * g * g);
                largest[i] = Math.Max(largest[i], square[i]);
                var m = mean[i] / (1 - Math.Pow(0.8, step + 1));
                var v = (amsgrad ? largest[i] : square[i]) / (1 - Math.Pow(0.95, step + 1));
                expected[i] -= 0.01 * m / (Math.Sqrt(v) + 1e-6);
            }
            Step(optimizer, parameter, step);
        }
        Assert.That(parameter.data<double>().ToArray(), Is.EqualTo(expected).Within(Rounding));
    }

    [Test]
    public void Maximising_climbs()
    {
        using var parameter = New();
        using var optimizer = optim.SGD([parameter], 1, maximize: true);
        Step(optimizer, parameter, 0);
        Assert.That(parameter.data<double>().ToArray(), Is.EqualTo(new[] { 1.5, -3.25, 2.5 }));
    }

    [Test]
    public void A_parameter_without_a_gradient_stays()
    {
        using var parameter = New();
        using var optimizer = optim.Adam([parameter]);
        optimizer.step();
        Assert.That(parameter.data<double>().ToArray(), Is.EqualTo(start));
    }

    [Test]
    public void Groups_have_learning_rates_of_their_own_that_can_change()
    {
        using var slow = New();
        using var fast = New();
        using var optimizer = optim.SGD([new SGD.ParamGroup([slow], new SGD.Options { LearningRate = 1 }), new SGD.ParamGroup([fast], new SGD.Options())], 2);
        slow.grad = ones(3, float64);
        fast.grad = ones(3, float64);
        optimizer.step();
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0;
        optimizer.step();
        Assert.That(slow[0].item<double>(), Is.EqualTo(-0.5));
        Assert.That(fast[0].item<double>(), Is.EqualTo(-1.5));
    }

    [Test]
    public void Zero_grad_clears_and_a_closure_gives_its_loss_back()
    {
        using var parameter = New();
        using var optimizer = optim.SGD([parameter], 0.1);
        parameter.grad = ones(3, float64);
        optimizer.zero_grad();
        Assert.That(parameter.grad, Is.Null);
        var loss = optimizer.step(() =>
        {
            var sum = parameter.sum();
            sum.backward();
            return sum;
        });
        Assert.That(loss!.item<double>(), Is.EqualTo(1.25));
        Assert.That(parameter[0].item<double>(), Is.EqualTo(0.4).Within(Rounding));
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        using var parameter = New();
        Assert.Multiple(() =>
        {
            Assert.That(() => optim.SGD([parameter], -1), Throws.ArgumentException.With.Message.Contains("learning rate"));
            Assert.That(() => optim.SGD([parameter], double.NaN), Throws.ArgumentException);
            Assert.That(() => optim.SGD([parameter], 0.1, nesterov: true), Throws.ArgumentException.With.Message.Contains("momentum"));
            Assert.That(() => optim.Adam([parameter], beta1: 1), Throws.ArgumentException.With.Message.Contains("betas"));
            Assert.That(() => optim.Adam([parameter, parameter]), Throws.ArgumentException.With.Message.Contains("already"));
        });
    }

    private static Parameter New() => nn.Parameter(tensor((double[])[.. start]));

    private static void Step(optim.Optimizer optimizer, Parameter parameter, int step)
    {
        parameter.grad = tensor(gradients[step]);
        optimizer.step();
    }
}
