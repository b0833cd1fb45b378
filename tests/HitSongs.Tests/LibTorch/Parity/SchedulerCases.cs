using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>The learning rate of thirty epochs.</summary>
internal static class SchedulerCases
{
    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["StepLR"] = Rates(o => StepLR(o, 10, 0.5)),
        ["MultiStepLR"] = Rates(o => MultiStepLR(o, [5, 12, 20], 0.3)),
        ["ExponentialLR"] = Rates(o => ExponentialLR(o, 0.9)),
        ["ConstantLR"] = Rates(o => ConstantLR(o, 0.5, 7)),
        ["LinearLR"] = Rates(o => LinearLR(o, 0.2, 0.9, 8)),
        ["PolynomialLR"] = Rates(o => PolynomialLR(o, 20, 2)),
        ["CosineAnnealingLR"] = Rates(o => CosineAnnealingLR(o, 10, 0.001)),
        ["CosineAnnealingLR to the end"] = Rates(o => CosineAnnealingLR(o, 30)),
        ["CyclicLR"] = Rates(o => CyclicLR(o, 0.01, 0.1, 4, 6)),
        ["CyclicLR triangular2"] = Rates(o => CyclicLR(o, 0.01, 0.1, 4, mode: impl.CyclicLR.Mode.Triangular2, cycle_momentum: false)),
        ["CyclicLR exp_range"] = Rates(o => CyclicLR(o, 0.01, 0.1, 5, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.95, cycle_momentum: false)),
        ["OneCycleLR"] = Rates(o => OneCycleLR(o, 0.2, 31)),
        ["OneCycleLR linear in three phases"] = Rates(o => OneCycleLR(o, 0.2, epochs: 31, steps_per_epoch: 1, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true)),
        ["LambdaLR"] = Rates(o => LambdaLR(o, epoch => 1.0 / (1 + epoch))),
        ["MultiplicativeLR"] = Rates(o => MultiplicativeLR(o, epoch => epoch % 2 == 1 ? 0.95 : 0.9)),
        ["SequentialLR"] = Rates(o => SequentialLR(o, [ConstantLR(o, 0.1, 4), ExponentialLR(o, 0.9)], [6])),
        ["ChainedLR"] = Rates(o => ChainedLR([ConstantLR(o, 0.1, 4), ExponentialLR(o, 0.9)])),
        ["ReduceLROnPlateau"] = Rates(o => ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1), epoch => Math.Max(1.0 - (0.2 * epoch), 0.3)),
        ["ReduceLROnPlateau upwards"] = Rates(o => ReduceLROnPlateau(o, "max", 0.2, 1, threshold: 0.1, threshold_mode: "abs", min_lr: [0.002]), epoch => 0.05 * epoch),
    };

    private static ParityCase Rates(Func<optim.Optimizer, LRScheduler> make, Func<int, double>? metric = null) => () =>
    {
        using var optimiser = optim.SGD([nn.Parameter(zeros(1))], 0.1, 0.9);
        var scheduler = make(optimiser);
        var rates = new double[30];
        for (var epoch = 0; epoch < rates.Length; epoch++)
        {
            rates[epoch] = optimiser.ParamGroups.First().LearningRate;
            optimiser.step();
            if (metric is null) scheduler.step();
            else scheduler.step(metric(epoch));
        }
        return [("rates", tensor(rates))];
    };
}
