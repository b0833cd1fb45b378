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

                public class LambdaLR : LRScheduler
                {
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Initial * lr_lambda(at.Epoch)) { }

                    /// <param name="lr_lambdas">One for each group.</param>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Initial * lr_lambdas.ElementAt(at.Group)(at.Epoch)) { }
                }

                public class MultiplicativeLR : LRScheduler
                {
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose, at => at.Epoch == 0 ? at.Rate : at.Rate * lr_lambda(at.Epoch)) { }

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
