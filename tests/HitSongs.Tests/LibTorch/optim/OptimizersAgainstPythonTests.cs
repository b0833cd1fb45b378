using HitSongs.Tests.LibTorch.Serialization;
using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

/// <summary>Twelve steps of every optimizer against the parameters that Python's PyTorch arrives at.</summary>
public class OptimizersAgainstPythonTests
{
    // Some expressions are put together in another order: a few units in the last place of a double.
    private const double Rounding = 1e-13;
    private static readonly double[] start = [0.5, -1.25, 2.0, 0.0, -0.1, 3.0, -0.7];
    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> makers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1),
        ["SGD momentum"] = p => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        ["SGD nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.9, weight_decay: 0.01, nesterov: true, maximize: true),
        ["Adam"] = p => optim.Adam(p, 0.01, weight_decay: 0.1),
        ["Adam amsgrad"] = p => optim.Adam(p, 0.01, amsgrad: true, maximize: true),
        ["AdamW"] = p => optim.AdamW(p, 0.01, weight_decay: 0.1),
        ["AdamW amsgrad"] = p => optim.AdamW(p, 0.01, weight_decay: 0.1, amsgrad: true),
        ["Adamax"] = p => optim.Adamax(p, 0.01, weight_decay: 0.1),
        ["NAdam"] = p => optim.NAdam(p, 0.01, weight_decay: 0.1),
        ["RAdam"] = p => optim.RAdam(p, 0.01, 0.8, 0.9, weight_decay: 0.1),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01, weight_decay: 0.1),
        ["RMSProp centered"] = p => optim.RMSProp(p, 0.01, centered: true, momentum: 0.9, maximize: true),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.01, weight_decay: 0.1, initial_accumulator_value: 0.2),
        ["Adadelta"] = p => optim.Adadelta(p, 0.5, weight_decay: 0.1),
        ["ASGD"] = p => optim.ASGD(p, 0.01, lambd: 0.01, t0: 4, weight_decay: 0.1),
        ["Rprop"] = p => optim.Rprop(p, 0.01),
    };

    private static IEnumerable<string> Names => makers.Keys;

    // Whose steps have a loop beside their operators.
    private static readonly string[] looped = ["SGD", "SGD momentum", "SGD nesterov", "Adam", "AdamW", "RMSProp", "Adagrad"];

    [TestCaseSource(nameof(Names))]
    public void Twelve_steps_end_where_Pythons_do(string name)
    {
        using var scope = NewDisposeScope();
        var expected = PythonFiles.Tensors("optimizers.pt");
        using var parameter = nn.Parameter(tensor(start));
        using var optimizer = makers[name]([parameter]);
        Run(parameter, optimizer, 12);
        // Python keeps ASGD's rate, which changes from step to step, in single precision.
        Assert.That(parameter.data<double>().ToArray(), Is.EqualTo(expected[name].data<double>().ToArray()).Within(name == "ASGD" ? 1e-8 : Rounding));
    }

    [TestCaseSource(nameof(looped))]
    public void In_single_precision_the_loops_end_on_Pythons_very_bits(string name)
    {
        using var scope = NewDisposeScope();
        var expected = PythonFiles.Tensors("optimizers.pt");
        using var parameter = nn.Parameter(tensor(start).to(float32));
        Assume.That(Loops.Fit(parameter), "a processor with fused multiply-add, as the one that made the file");
        using var optimizer = makers[name]([parameter]);
        Run(parameter, optimizer, 12);
        Assert.That(parameter.data<float>().ToArray(), Is.EqualTo(expected[name + " float32"].data<float>().ToArray()));
    }

    // 37: both whole vectors and a rest.
    [Test]
    public void The_loops_and_the_operators_agree_to_the_last_bit([ValueSource(nameof(looped))] string name, [Values(1, 37, 4096)] int size)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var one = nn.Parameter(randn(size));
        using var other = nn.Parameter(one.detach().clone());
        Assume.That(Loops.Fit(one), "a processor with fused multiply-add; elsewhere the operators are always used");
        using var loop = (OptimizerHelper)makers[name]([one]);
        using var operators = (OptimizerHelper)makers[name]([other]);
        operators.OperatorsOnly = true;
        for (var step = 0; step < 20; step++)
        {
            var gradient = randn(size);
            one.grad = gradient;
            other.grad = gradient;
            loop.step();
            operators.step();
        }
        Assert.That(one.data<float>().ToArray(), Is.EqualTo(other.data<float>().ToArray()));
        Assert.That(loop.state_dict().State[0].ApproximatelyEquals(operators.state_dict().State[0]), "what is remembered");
    }

    [TestCaseSource(nameof(Names))]
    public void A_saved_state_goes_on_as_if_nothing_had_happened(string name)
    {
        using var scope = NewDisposeScope();
        using var uninterrupted = nn.Parameter(tensor(start));
        using var whole = makers[name]([uninterrupted]);
        Run(uninterrupted, whole, 5);
        foreach (var form in new[] { "state.dat", "state.pt" })
        {
            using var resumed = nn.Parameter(uninterrupted.detach().clone());
            using var second = (OptimizerHelper)makers[name]([resumed]);
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}-{form}");
            ((OptimizerHelper)whole).save_state_dict(file);
            foreach (var group in second.ParamGroups) group.LearningRate = 77;
            second.load_state_dict(file);
            File.Delete(file);
            using var straight = nn.Parameter(uninterrupted.detach().clone());
            using var third = (OptimizerHelper)makers[name]([straight]);
            third.load_state_dict(((OptimizerHelper)whole).state_dict());
            Run(resumed, second, 5);
            Run(straight, third, 5);
            Assert.That(resumed.data<double>().ToArray(), Is.EqualTo(straight.data<double>().ToArray()).Within(form.EndsWith("pt") ? 1e-7 : 0), form + ": in a .pt file numbers beside tensors have single precision, as Python's");
            Assert.That(resumed.data<double>().ToArray(), Is.Not.EqualTo(uninterrupted.data<double>().ToArray()));
        }
    }

    [Test]
    public void The_state_of_Pythons_Adam_is_taken_over()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(PythonFiles.Tensors("optimizers.pt")["Adam"]);
        using var python = optim.Adam([parameter], 0.5);
        python.load_state_dict(PythonFiles.Path("adam.pt"));
        using var own = nn.Parameter(tensor(start));
        using var here = optim.Adam([own], 0.01, weight_decay: 0.1);
        Run(own, here, 12);
        Assert.That(python.ParamGroups.Single().LearningRate, Is.EqualTo(0.01));
        Assert.That(((Adam.State)python.state_dict().State[0]).step, Is.EqualTo(12));
        Assert.That(python.state_dict().State[0].ApproximatelyEquals(here.state_dict().State[0]));
    }

    [Test]
    public void A_state_of_another_optimizer_or_of_other_groups_is_refused()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(tensor(start));
        using var other = nn.Parameter(zeros(3));
        using var adam = optim.Adam([parameter]);
        using var two = optim.Adam([parameter, other]);
        using var narrow = optim.Adam([other]);
        using var sgd = optim.SGD([parameter], 0.1);
        Assert.Multiple(() =>
        {
            Assert.That(() => adam.load_state_dict(two.state_dict()), Throws.ArgumentException.With.Message.Contains("[2]").And.Message.Contains("[1]"));
            Assert.That(() => adam.load_state_dict(sgd.state_dict()), Throws.ArgumentException.With.Message.Contains("SGD"));
            Assert.That(() => two.load_state_dict(PythonFiles.Path("adam.pt")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("[2]"));
            Assert.That(() => narrow.load_state_dict(PythonFiles.Path("adam.pt")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("exp_avg").And.Message.Contains("[7]"));
            Assert.That(() => adam.load_state_dict(PythonFiles.Path("model.pt")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("param_groups"));
        });
    }

    [TestCase(null, 0.01, 7, 3)]
    [TestCase("strong_wolfe", 1, 5, 100)]
    public void LBFGS_follows_the_banana_valley_as_Pythons_does(string? search, double rate, long iterations, long history)
    {
        using var scope = NewDisposeScope();
        var expected = PythonFiles.Tensors("optimizers.pt")[search is null ? "LBFGS" : "LBFGS " + search];
        using var parameter = nn.Parameter(tensor([-1.2, 1.0]));
        using var optimizer = optim.LBFGS([parameter], rate, iterations, history_size: history);
        optimizer.line_search_fn = search;
        for (var step = 0; step < 4; step++)
        {
            optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = (1 - parameter[0]).pow(2) + (100 * (parameter[1] - parameter[0].pow(2)).pow(2));
                loss.backward();
                return loss;
            });
        }
        // Each of some twenty steps builds on the rounding of the ones before.
        Assert.That(parameter.data<double>().ToArray(), Is.EqualTo(expected.data<double>().ToArray()).Within(1e-9));
    }

    [Test]
    public void LBFGS_needs_a_closure_and_a_known_line_search()
    {
        using var parameter = nn.Parameter(tensor(start));
        using var optimizer = optim.LBFGS([("x", parameter)]);
        Assert.That(() => optimizer.step(), Throws.ArgumentNullException);
        optimizer.line_search_fn = "armijo";
        Assert.That(() => optimizer.step(() => parameter.sum()), Throws.ArgumentException.With.Message.Contains("armijo"));
    }

    private static void Run(Parameter parameter, optim.Optimizer optimizer, int steps)
    {
        var index = arange(7, float64);
        for (var step = 0; step < steps; step++)
        {
            parameter.grad = index.mul((step + 1) * 1.7).add(step).sin().mul(index.add(1)).to(parameter.dtype);
            optimizer.step();
        }
    }
}
