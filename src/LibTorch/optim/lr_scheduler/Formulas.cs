using static System.Math;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            // The short formulas are in the generator's tables/schedulers.txt.
            public static partial class impl
            {
                private static double LinearNext(LRScheduler.At at, double first, double last, int total)
                {
                    if (at.Epoch == 0) return at.Rate * first;
                    return at.Epoch > total ? at.Rate : at.Rate * (1 + ((last - first) / ((total * first) + ((at.Epoch - 1) * (last - first)))));
                }

                private static double Left(double epoch, double total) => 1 - (epoch / total);

                private static double CosineNext(LRScheduler.At at, double half, double least)
                {
                    if (at.Epoch == 0) return at.Rate;
                    // At the bottom the quotient below would be 0 by 0.
                    if ((at.Epoch - 1 - half) % (2 * half) == 0) return at.Rate + ((at.Initial - least) * (1 - Cos(PI / half)) / 2);
                    return ((1 + Cos(PI * at.Epoch / half)) / (1 + Cos(PI * (at.Epoch - 1) / half)) * (at.Rate - least)) + least;
                }

                public partial class OneCycleLR : LRScheduler
                {
                    /// <param name="total_steps">How many steps there will be; or <paramref name="epochs"/> and <paramref name="steps_per_epoch"/>.</param>
                    /// <param name="pct_start">Which part of them goes up.</param>
                    /// <param name="div_factor">The first rate is the highest by this.</param>
                    /// <param name="final_div_factor">The last rate is the first by this.</param>
                    /// <param name="three_phase">Down to the first rate as it went up, and only then to the last.</param>
                    /// <exception cref="ArgumentException">The number of steps is missing, or the optimizer has no momentum to cycle.</exception>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, Rates(optimizer, new(
                            Steps(total_steps, epochs, steps_per_epoch), pct_start is >= 0 and <= 1 ? pct_start
                            : throw new ArgumentException($"pct_start lies between 0 and 1, it is {pct_start}"),
                            anneal_strategy, three_phase, div_factor, final_div_factor), max_lr, cycle_momentum, base_momentum, max_momentum))
                    {
                    }

                    private static int Steps(int total, int epochs, int perEpoch) => total > 0 ? total
                        : epochs > 0 && perEpoch > 0 ? epochs * perEpoch
                        : throw new ArgumentException("total_steps, or both epochs and steps_per_epoch, must be positive");

                    private static Func<At, double> Rates(
                        Optimizer optimizer, Plan plan, IEnumerable<double> max_lr, bool cycle_momentum,
                        IEnumerable<double>? base_momentum, IEnumerable<double>? max_momentum)
                    {
                        ILearningRateController[] groups = [.. optimizer.ParamGroups];
                        var highest = PerGroup(max_lr, 0, groups.Length, nameof(max_lr));
                        var (low, high) = (PerGroup(base_momentum, 0.85, groups.Length, nameof(base_momentum)),
                            PerGroup(max_momentum, 0.95, groups.Length, nameof(max_momentum)));
                        for (var i = 0; i < groups.Length; i++) groups[i].InitialLearningRate = highest[i] / plan.Divisor;
                        return at =>
                        {
                            if (cycle_momentum) SetMomentum(groups[at.Group], plan.At(at.Epoch, high[at.Group], low[at.Group], high[at.Group]));
                            return plan.At(at.Epoch, at.Initial, highest[at.Group], at.Initial / plan.FinalDivisor);
                        };
                    }

                    private sealed record Plan(int Steps, double Start, AnnealStrategy Strategy, bool ThreePhase, double Divisor, double FinalDivisor)
                    {
                        /// <summary>Between three values: the first, the one at the top, the last.</summary>
                        public double At(int step, double first, double top, double last)
                        {
                            if (step > Steps) throw new InvalidOperationException($"the schedule has {Steps} steps, this is step {step + 1}");
                            (double end, double from, double to)[] phases = ThreePhase
                                ? [((Start * Steps) - 1, first, top), ((2 * Start * Steps) - 2, top, first), (Steps - 1, first, last)]
                                : [((Start * Steps) - 1, first, top), (Steps - 1, top, last)];
                            var begin = 0.0;
                            foreach (var (end, from, to) in phases)
                            {
                                if (step <= end || end == Steps - 1)
                                {
                                    var part = (step - begin) / (end - begin);
                                    return Strategy == AnnealStrategy.Linear ? ((to - from) * part) + from : to + ((from - to) / 2 * (Math.Cos(Math.PI * part) + 1));
                                }
                                begin = end;
                            }
                            return last;
                        }
                    }
                }

                public partial class CyclicLR : LRScheduler
                {
                    /// <param name="step_size_down">How many steps go down; as many as go up unless given.</param>
                    /// <param name="mode">Whether the peaks stay, halve with each cycle, or fall by <paramref name="gamma"/> with each step.</param>
                    /// <param name="scale_fn">The height of the peaks by cycle or step (see <paramref name="scale_mode"/>) instead of <paramref name="mode"/>.</param>
                    /// <exception cref="ArgumentException">A list has another length than there are groups, or the optimizer has no momentum to cycle.</exception>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, Rates(
                            optimizer, base_lr, max_lr, new(step_size_up, step_size_down < 0 ? step_size_up : step_size_down,
                            mode, gamma, scale_fn, scale_mode), cycle_momentum, base_momentum, max_momentum))
                    {
                    }

                    private static Func<At, double> Rates(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, Wave wave,
                        bool cycle_momentum, IEnumerable<double>? base_momentum, IEnumerable<double>? max_momentum)
                    {
                        ILearningRateController[] groups = [.. optimizer.ParamGroups];
                        var (low, high) = (PerGroup(base_lr, 0, groups.Length, nameof(base_lr)), PerGroup(max_lr, 0, groups.Length, nameof(max_lr)));
                        var (least, most) = (PerGroup(base_momentum, 0.8, groups.Length, nameof(base_momentum)),
                            PerGroup(max_momentum, 0.9, groups.Length, nameof(max_momentum)));
                        return at =>
                        {
                            var g = at.Group;
                            if (cycle_momentum) SetMomentum(groups[g], most[g] - wave.Height(at.Epoch, most[g] - least[g]));
                            return low[g] + wave.Height(at.Epoch, high[g] - low[g]);
                        };
                    }

                    private sealed record Wave(double Up, double Down, Mode Mode, double Gamma, Func<double, double>? Scale, ScaleMode ScaleMode)
                    {
                        /// <summary>From 0 at the bottom to <paramref name="peak"/> at a full peak. The factors are multiplied in PyTorch's order.</summary>
                        public double Height(int step, double peak)
                        {
                            var cycle = Math.Floor(1 + (step / (Up + Down)));
                            var place = 1 + (step / (Up + Down)) - cycle;
                            var ratio = Up / (Up + Down);
                            var height = place <= ratio ? place / ratio : (place - 1) / (ratio - 1);
                            return peak * height * (Scale is not null ? Scale(ScaleMode == ScaleMode.Cycle ? cycle : step) : Mode switch
                            {
                                Mode.Triangular2 => 1 / Math.Pow(2, cycle - 1),
                                Mode.ExpRange => Math.Pow(Gamma, step),
                                _ => 1,
                            });
                        }
                    }
                }

                private static IEnumerable<T> All<T>(Optimizer optimizer, T value) => optimizer.ParamGroups.Select(_ => value);

                private static void SetMomentum(ILearningRateController group, double momentum)
                {
                    if (group is IMomentum own) own.Momentum = momentum;
                    else if (group is IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
                    else throw new ArgumentException("the optimizer has no momentum to cycle; say cycle_momentum: false");
                }
            }
        }
    }
}
