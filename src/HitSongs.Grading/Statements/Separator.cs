namespace HitSongs.Grading;

/// <summary>Tells passages that say something from those that do not: by a sum of what each feature speaks for it.</summary>
/// <remarks>
/// A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh et al., A Dual Coordinate Descent Method
/// for Large-scale Linear SVM, ICML 2008, algorithm 1). Examples in the same order give the same weights, to the bit.
/// </remarks>
internal sealed class Separator
{
    // More change no grade that matters.
    private const int Rounds = 80;

    // For so many rounds an example is left alone that was on the right side and far enough from the other.
    private const int Rest = 5;

    // A prime that no rubric has as many statements as: it mixes the examples.
    private const long Stride = 1_000_003;

    private readonly double[] weights;
    private double offset;

    /// <param name="examples">With the cost of having each on the wrong side.</param>
    /// <param name="count">How many features there are.</param>
    public Separator(IReadOnlyList<(FeatureVector Vector, bool IsIn, double Cost)> examples, int count)
    {
        weights = new double[count];
        var (multipliers, next) = (new double[examples.Count], new int[examples.Count]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var step = 0; step < multipliers.Length; step++)
            {
                var i = (int)((step + round) * Stride % multipliers.Length);
                if (next[i] <= round)
                {
                    var (vector, isIn, cost) = examples[i];
                    Correct(vector, isIn ? 1 : -1, 1 / (2 * cost), ref multipliers[i]);
                    next[i] = multipliers[i] > 0 ? 0 : round + Rest;
                }
            }
        }
    }

    /// <summary>About 1 for what is like the examples that are in, about −1 for what is like the others; −1 too for what has no known feature.</summary>
    public double Score(FeatureVector vector) => vector.Dot(weights) + offset;

    // One step for one example. The offset is a feature of value 1 that all have.
    private void Correct(FeatureVector vector, int side, double slack, ref double multiplier)
    {
        var gradient = (side * Score(vector)) - 1 + (slack * multiplier);
        if (multiplier > 0 || gradient < 0)
        {
            var before = multiplier;
            multiplier = Math.Max(0, before - (gradient / (vector.Square + 1 + slack)));
            vector.AddTo(weights, (multiplier - before) * side);
            offset += (multiplier - before) * side;
        }
    }
}
