using System.Numerics;

namespace HitSongs.Grading.Statements;

/// <summary>Tells passages that say something from those that do not: by a sum of what each feature speaks for it.</summary>
/// <remarks>
/// A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh et al., A Dual Coordinate Descent Method
/// for Large-scale Linear SVM, ICML 2008, algorithm 1) on the examples' products, which all machines of a question share.
/// Examples in the same order give the same weights, to the bit.
/// </remarks>
internal sealed class LinearSvm
{
    // A tenth of the distance that examples are asked to keep: less changes no grade that matters.
    private const double Tolerance = 0.1;
    private const int MostRounds = 300;

    // A prime that no rubric has as many statements as: it mixes the examples.
    private const long Stride = 1_000_003;

    private readonly double[] weights;
    private readonly double offset;

    /// <param name="products">For each example its products with all of them.</param>
    /// <param name="roles">Of each example.</param>
    /// <param name="vectors">Of each example.</param>
    /// <param name="features">How many features there are.</param>
    public LinearSvm(double[][] products, Role[] roles, IReadOnlyList<FeatureVector> vectors, int features)
    {
        var multipliers = Solve(products, roles);
        weights = new double[features];
        for (var i = 0; i < multipliers.Length; i++)
        {
            if (multipliers[i] > 0)
            {
                vectors[i].AddTo(weights, multipliers[i] * roles[i].Side);
                offset += multipliers[i] * roles[i].Side;
            }
        }
    }

    /// <summary>About 1 for what is like the examples that are in, about −1 for what is like the others; −1 too for what has no known feature.</summary>
    public double Score(FeatureVector vector) => vector.Dot(weights) + offset;

    // The offset is a feature of value 1 that all have.
    private static double[] Solve(double[][] products, Role[] roles)
    {
        var (multipliers, scores) = (new double[roles.Length], new double[roles.Length]);
        var worst = double.PositiveInfinity;
        for (var round = 0; round < MostRounds && worst > Tolerance; round++)
        {
            worst = 0;
            for (var step = 0; step < roles.Length; step++)
            {
                var i = (int)((step + round) * Stride % roles.Length);
                if (roles[i].Cost == 0)
                {
                    continue;
                }

                var slack = 1 / (2 * roles[i].Cost);
                var gradient = (roles[i].Side * scores[i]) - 1 + (slack * multipliers[i]);
                var fault = multipliers[i] > 0 ? Math.Abs(gradient) : -gradient;
                if (fault > Tolerance)
                {
                    worst = Math.Max(worst, fault);
                    var change = Math.Max(-multipliers[i], -gradient / (products[i][i] + 1 + slack));
                    multipliers[i] += change;
                    Add(products[i], change * roles[i].Side, scores);
                }
            }
        }

        return multipliers;
    }

    // Element by element, so that the width of the processor's vectors changes no bit.
    private static void Add(ReadOnlySpan<double> products, double factor, Span<double> scores)
    {
        var i = 0;
        for (; i + Vector<double>.Count <= scores.Length; i += Vector<double>.Count)
        {
            (new Vector<double>(scores[i..]) + ((new Vector<double>(products[i..]) + Vector<double>.One) * factor)).CopyTo(scores[i..]);
        }

        for (; i < scores.Length; i++)
        {
            scores[i] += (products[i] + 1) * factor;
        }
    }

    /// <summary>Label and cost of an example.</summary>
    /// <param name="Side">1 for what says it, −1 for what does not.</param>
    /// <param name="Cost">Of having it on the wrong side; 0 where it takes no part.</param>
    internal readonly record struct Role(int Side, double Cost);
}
