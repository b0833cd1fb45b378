using HitSongs.Tests.LibTorch.Serialization;
using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace HitSongs.Tests.LibTorch;

/// <summary>Learning rates and momenta of two groups, epoch by epoch, against those of Python's schedules.</summary>
public class SchedulersAgainstPythonTests
{
    private static readonly double[] losses = [1.0, 0.9, 0.91, 0.92, 0.93, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.91, 0.92];
    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> makers = new()
    {
        ["StepLR"] = o => lr_scheduler.StepLR(o, 3, 0.5),
        ["MultiStepLR"] = o => lr_scheduler.MultiStepLR(o, [2, 5, 5], 0.5),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 6, 0.01),
        ["LambdaLR"] = o => lr_scheduler.LambdaLR(o, epoch => Math.Pow(0.9, epoch)),
        ["LambdaLR two"] = o => new lr_scheduler.impl.LambdaLR(o, [epoch => Math.Pow(0.9, epoch), epoch => 1.0 / (1 + epoch)]),
        ["MultiplicativeLR"] = o => lr_scheduler.MultiplicativeLR(o, _ => 0.95),
        ["LinearLR"] = o => lr_scheduler.LinearLR(o, 0.25, 0.75, 4),
        ["ConstantLR"] = o => lr_scheduler.ConstantLR(o, 0.5, 4),
        ["PolynomialLR"] = o => lr_scheduler.PolynomialLR(o, 8, 2),
        ["OneCycleLR"] = o => lr_scheduler.OneCycleLR(o, 1, total_steps: 20),
        ["OneCycleLR linear"] = o => lr_scheduler.OneCycleLR(o, [1, 2], epochs: 4, steps_per_epoch: 5, anneal_strategy: lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true),
        ["CyclicLR"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.5, step_size_up: 3, step_size_down: 5),
        ["CyclicLR triangular2"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.5, step_size_up: 3, mode: lr_scheduler.impl.CyclicLR.Mode.Triangular2),
        ["CyclicLR exp_range"] = o => lr_scheduler.CyclicLR(o, [0.01, 0.02], [0.5, 0.6], step_size_up: 3, mode: lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.9),
        ["SequentialLR"] = o => lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)], [5]),
        ["ChainedLR"] = o => lr_scheduler.ChainedLR([lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)]),
        ["ReduceLROnPlateau"] = o => lr_scheduler.ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.02]),
    };

    private static IEnumerable<string> Names => makers.Keys;

    [TestCaseSource(nameof(Names))]
    public void Rates_and_momenta_are_Pythons(string name)
    {
        using var scope = NewDisposeScope();
        var expected = PythonFiles.Tensors("schedulers.pt")[name];
        using var optimizer = New();
        var schedule = makers[name](optimizer);
        var seen = new List<double>();
        foreach (var loss in losses)
        {
            foreach (var group in optimizer.ParamGroups) seen.AddRange([group.LearningRate, ((IMomentum)group).Momentum]);
            Assert.That(schedule.get_last_lr(), Is.EqualTo(optimizer.ParamGroups.Select(group => group.LearningRate)));
            optimizer.step();
            if (name == "ReduceLROnPlateau") schedule.step(loss);
            else schedule.step();
        }
        // The chained forms multiply as Python does; powers and cosines may differ in the last place.
        Assert.That(seen, Is.EqualTo(expected.data<double>().ToArray()).Within(1e-14));
    }

    [TestCase("StepLR")]
    [TestCase("MultiStepLR")]
    [TestCase("ExponentialLR")]
    [TestCase("CosineAnnealingLR")]
    [TestCase("LinearLR")]
    [TestCase("ConstantLR")]
    [TestCase("PolynomialLR")]
    public void Jumping_to_an_epoch_gives_the_rates_that_stepping_there_gives(string name)
    {
        using var stepping = New();
        using var jumping = New();
        var (one, other) = (makers[name](stepping), makers[name](jumping));
        for (var epoch = 1; epoch < 10; epoch++)
        {
            one.step();
            other.step(epoch);
            Assert.That(other.get_last_lr(), Is.EqualTo(one.get_last_lr()).Within(1e-14), $"epoch {epoch}");
        }
    }

    [Test]
    public void What_cannot_be_scheduled_is_refused()
    {
        using var scope = NewDisposeScope();
        using var optimizer = New();
        using var plain = optim.Adagrad([nn.Parameter(zeros(1))]);
        var plateau = lr_scheduler.ReduceLROnPlateau(optimizer);
        Assert.Multiple(() =>
        {
            Assert.That(() => lr_scheduler.OneCycleLR(optimizer, 1), Throws.ArgumentException.With.Message.Contains("total_steps"));
            Assert.That(() => lr_scheduler.OneCycleLR(optimizer, [1.0], 10), Throws.ArgumentException.With.Message.Contains("2 groups"));
            Assert.That(() => lr_scheduler.CyclicLR(plain, 0.1, 1), Throws.ArgumentException.With.Message.Contains("cycle_momentum"));
            Assert.That(() => lr_scheduler.SequentialLR(optimizer, [lr_scheduler.StepLR(optimizer, 1)], [1]), Throws.ArgumentException.With.Message.Contains("milestones"));
            Assert.That(() => lr_scheduler.ChainedLR([]), Throws.ArgumentException);
            Assert.That(() => lr_scheduler.ReduceLROnPlateau(optimizer, "least"), Throws.ArgumentException.With.Message.Contains("least"));
            Assert.That(() => plateau.step(), Throws.InvalidOperationException.With.Message.Contains("metric"));
        });
    }

    [Test]
    public void One_cycle_ends()
    {
        using var optimizer = New();
        var schedule = lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 2);
        schedule.step();
        schedule.step();
        Assert.That(() => schedule.step(), Throws.InvalidOperationException.With.Message.Contains("2 steps"));
    }

    private static SGD New() => optim.SGD([new SGD.ParamGroup([nn.Parameter(zeros(1))], 0.1, momentum: 0.9), new SGD.ParamGroup([nn.Parameter(zeros(1))], 0.3, momentum: 0.9)], 0.1, momentum: 0.9);
}
