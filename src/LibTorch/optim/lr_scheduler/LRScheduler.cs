namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules: learning rates that change from epoch to epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, first when it is made and then at each <see cref="step()"/>.</summary>
            public abstract class LRScheduler
            {
                private readonly Func<At, double> next, closed;
                private readonly bool verbose;
                private double[] last;

                /// <summary>A schedule that does not begin by itself.</summary>
                private protected LRScheduler(Optimizer optimizer)
                    : this([.. (optimizer ?? throw new ArgumentNullException(nameof(optimizer))).ParamGroups]) { }

                /// <inheritdoc cref="LRScheduler(Optimizer)"/>
                private protected LRScheduler(ILearningRateController[] groups)
                {
                    Groups = groups;
                    next = closed = at => at.Rate;
                    last = [.. Groups.Select(group => group.LearningRate)];
                }

                /// <param name="next">The rate of a group from the one before.</param>
                /// <param name="closed">The rate of a group at an epoch that was jumped to; <paramref name="next"/> where there is no formula for it.</param>
                private protected LRScheduler(Optimizer optimizer, int last_epoch, bool verbose, Func<At, double> next, Func<At, double>? closed = null)
                    : this(optimizer)
                {
                    (this.next, this.closed, this.verbose, Epoch) = (next, closed ?? next, verbose, last_epoch);
                    Begin();
                }

                internal ILearningRateController[] Groups { get; }

                /// <summary>How many steps were made since the beginning.</summary>
                internal int Epoch { get; set; }

                /// <summary>The learning rates that are set now, one a group.</summary>
                public virtual IEnumerable<double> get_last_lr() => last;

                /// <summary>Goes on by one epoch: to be called after the optimizer's step.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to an epoch; the next one when it is null.</summary>
                public virtual void step(int? epoch)
                {
                    Epoch = epoch ?? Epoch + 1;
                    Set(epoch is null ? next : closed);
                }

                /// <summary>The same for schedules that look at a metric; others do not.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                // From the epoch before the first to the first.
                internal void Begin()
                {
                    Epoch++;
                    Set(next);
                }

                private protected void Note()
                {
                    last = [.. Groups.Select(group => group.LearningRate)];
                    if (verbose) for (var i = 0; i < last.Length; i++) Console.WriteLine($"Adjusting learning rate of group {i} to {last[i]:e4}.");
                }

                private protected static double[] PerGroup(IEnumerable<double>? given, double standard, int groups, string what)
                {
                    double[] values = given is null ? [.. Enumerable.Repeat(standard, groups)] : [.. given];
                    return values.Length == groups ? values : throw new ArgumentException($"{what} has {values.Length} values for {groups} groups");
                }

                private void Set(Func<At, double> rate)
                {
                    for (var i = 0; i < Groups.Length; i++) Groups[i].LearningRate = rate(new At(i, Epoch, Groups[i].LearningRate, Groups[i].InitialLearningRate));
                    Note();
                }

                /// <param name="Group">Which group.</param>
                /// <param name="Epoch">Which epoch begins.</param>
                /// <param name="Rate">The learning rate before.</param>
                /// <param name="Initial">The learning rate the group was made with.</param>
                [StructLayout(LayoutKind.Auto)]
                internal readonly record struct At(int Group, int Epoch, double Rate, double Initial);
            }
        }
    }
}
