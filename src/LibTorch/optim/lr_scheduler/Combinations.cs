namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] parts;
                    private readonly int[] milestones;
                    private LRScheduler active;

                    /// <param name="milestones">The epochs at which the next one begins: one fewer than there are schedules.</param>
                    /// <exception cref="ArgumentException">There is not one milestone fewer than there are schedules.</exception>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer)
                    {
                        (parts, this.milestones) = ([.. schedulers], [.. milestones]);
                        if (parts.Length == 0 || parts.Length != this.milestones.Length + 1) throw new ArgumentException(
                            $"{parts.Length} schedules need {parts.Length - 1} milestones, there are {this.milestones.Length}");
                        Epoch = last_epoch + 1;
                        // What the schedules did when they were made is undone, and the first one begins anew.
                        foreach (var group in Groups) group.LearningRate = group.InitialLearningRate;
                        foreach (var part in parts) part.Epoch--;
                        active = parts[0];
                        active.Begin();
                    }

                    public override IEnumerable<double> get_last_lr() => active.get_last_lr();

                    public override void step(int? epoch)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        var index = milestones.Count(milestone => milestone <= Epoch);
                        active = parts[index];
                        if (index > 0 && milestones[index - 1] == Epoch) active.step(0);
                        else active.step();
                    }
                }

                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] parts;

                    /// <exception cref="ArgumentException">There is none.</exception>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                        : this([.. schedulers]) { }

                    private ChainedLR(LRScheduler[] parts)
                        : base(parts is [var first, ..] ? first.Groups : throw new ArgumentException("there are no schedules", nameof(parts))) => this.parts = parts;

                    public override IEnumerable<double> get_last_lr() => parts[^1].get_last_lr();

                    public override void step()
                    {
                        foreach (var part in parts) part.step();
                    }

                    public override void step(int? epoch)
                    {
                        foreach (var part in parts) part.step(epoch);
                    }
                }

                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly Func<double, double, bool> isBetter;
                    private readonly double[] least;
                    private readonly double factor, eps;
                    private readonly int patience, cooldown;
                    private readonly bool tells;
                    private double best;
                    private int bad, resting;

                    /// <param name="mode">"min" or "max": what is better.</param>
                    /// <param name="threshold">How much better it must become to count.</param>
                    /// <param name="threshold_mode">"rel" (of the best so far) or "abs".</param>
                    /// <param name="cooldown">How many epochs are not looked at after a change.</param>
                    /// <param name="min_lr">The least rate: one for all groups, or one each.</param>
                    /// <param name="eps">The least change that is made.</param>
                    /// <exception cref="ArgumentException">A mode is unknown, or the factor is 1 or more.</exception>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                        double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0,
                        IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer)
                    {
                        if (factor >= 1) throw new ArgumentException($"the factor must be below 1, it is {factor}");
                        isBetter = (mode, threshold_mode) switch
                        {
                            ("min", "rel") => (value, best) => value < best * (1 - threshold),
                            ("min", "abs") => (value, best) => value < best - threshold,
                            ("max", "rel") => (value, best) => value > best * (1 + threshold),
                            ("max", "abs") => (value, best) => value > best + threshold,
                            _ => throw new ArgumentException($"mode is 'min' or 'max' and threshold_mode 'rel' or 'abs', not '{mode}' and '{threshold_mode}'"),
                        };
                        best = mode == "min" ? double.PositiveInfinity : double.NegativeInfinity;
                        least = min_lr is [var one] ? PerGroup(null, one, Groups.Length, nameof(min_lr)) : PerGroup(min_lr, 0, Groups.Length, nameof(min_lr));
                        (this.factor, this.eps, this.patience, this.cooldown, tells) = (factor, eps, patience, cooldown, verbose);
                    }

                    /// <exception cref="InvalidOperationException">Always: the metric is missing.</exception>
                    public override void step() => step(null);

                    /// <exception cref="InvalidOperationException">Always: the metric is missing.</exception>
                    public override void step(int? epoch) => throw new InvalidOperationException("ReduceLROnPlateau looks at a metric: call step(metric)");

                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (isBetter(current, best)) (best, bad) = (current, 0);
                        else bad++;
                        if (resting > 0) (resting, bad) = (resting - 1, 0);
                        if (bad > patience)
                        {
                            Reduce();
                            (resting, bad) = (cooldown, 0);
                        }
                        Note();
                    }

                    private void Reduce()
                    {
                        for (var i = 0; i < Groups.Length; i++)
                        {
                            var (before, after) = (Groups[i].LearningRate, Math.Max(Groups[i].LearningRate * factor, least[i]));
                            if (before - after <= eps) continue;
                            Groups[i].LearningRate = after;
                            if (tells) Console.WriteLine($"Epoch {Epoch}: reducing learning rate of group {i} to {after:e4}.");
                        }
                    }
                }
            }
        }
    }
}
