using static System.Math;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies by <paramref name="gamma"/> every <paramref name="step_size"/> epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>Multiplies by <paramref name="gamma"/> at each milestone.</summary>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>Multiplies by <paramref name="gamma"/> every epoch.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Multiplies by <paramref name="factor"/> until epoch <paramref name="total_iters"/>.</summary>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>Multiplies by a factor that goes evenly from <paramref name="start_factor"/> to <paramref name="end_factor"/> until epoch <paramref name="total_iters"/>.</summary>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>Falls to 0 at epoch <paramref name="total_iters"/> as a power of what is left.</summary>
            public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            /// <summary>Falls to <paramref name="eta_min"/> at epoch <paramref name="T_max"/> along a cosine, and rises again.</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>The first rate times what <paramref name="lr_lambda"/> says of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The rate before times what <paramref name="lr_lambda"/> says of the epoch.</summary>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The schedules as classes.</summary>
            public static partial class impl
            {
                public class StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose,
                        at => at.Epoch > 0 && at.Epoch % step_size == 0 ? at.Rate * gamma : at.Rate,
                        at => at.Initial * Pow(gamma, at.Epoch / step_size));

                public class MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose,
                        at => at.Rate * Pow(gamma, milestones.Count(milestone => milestone == at.Epoch)),
                        at => at.Initial * Pow(gamma, milestones.Count(milestone => milestone <= at.Epoch)));

                public class ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose,
                        at => at.Epoch == 0 ? at.Rate : at.Rate * gamma,
                        at => at.Initial * Pow(gamma, at.Epoch));

                public class ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose,
                        at => at.Epoch == 0 ? at.Rate * factor : at.Epoch == total_iters ? at.Rate * (1 / factor) : at.Rate,
                        at => at.Initial * (at.Epoch >= total_iters ? 1 : factor));

                public class LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose,
                        at => at.Epoch == 0 ? at.Rate * start_factor
                            : at.Epoch > total_iters ? at.Rate
                            : at.Rate * (1 + ((end_factor - start_factor) / ((total_iters * start_factor) + ((at.Epoch - 1) * (end_factor - start_factor))))),
                        at => at.Initial * (start_factor + ((end_factor - start_factor) * Min(total_iters, at.Epoch) / total_iters)));

                public class PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose,
                        at => at.Epoch == 0 || at.Epoch > total_iters ? at.Rate : at.Rate * Pow(Left(at.Epoch, total_iters) / Left(at.Epoch - 1, total_iters), power),
                        at => at.Initial * Pow(Left(Min(at.Epoch, total_iters), total_iters), power))
                {
                    private static double Left(double epoch, double total) => 1 - (epoch / total);
                }

                public class CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                    : LRScheduler(optimizer, last_epoch, verbose, at => Next(at, T_max, eta_min), at => eta_min + ((at.Initial - eta_min) * (1 + Cos(PI * at.Epoch / T_max)) / 2))
                {
                    private static double Next(At at, double half, double least)
                    {
                        if (at.Epoch == 0) return at.Rate;
                        // At the bottom the quotient below would be 0 by 0.
                        if ((at.Epoch - 1 - half) % (2 * half) == 0) return at.Rate + ((at.Initial - least) * (1 - Cos(PI / half)) / 2);
                        return ((1 + Cos(PI * at.Epoch / half)) / (1 + Cos(PI * (at.Epoch - 1) / half)) * (at.Rate - least)) + least;
                    }
                }

                public class LambdaLR : LRScheduler
                {
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Initial * lr_lambda(at.Epoch))
                    {
                    }

                    /// <param name="lr_lambdas">One for each group.</param>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Initial * lr_lambdas.ElementAt(at.Group)(at.Epoch))
                    {
                    }
                }

                public class MultiplicativeLR : LRScheduler
                {
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Epoch == 0 ? at.Rate : at.Rate * lr_lambda(at.Epoch))
                    {
                    }

                    /// <param name="lr_lambdas">One for each group.</param>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Epoch == 0 ? at.Rate : at.Rate * lr_lambdas.ElementAt(at.Group)(at.Epoch))
                    {
                    }
                }
            }
        }
    }
}
