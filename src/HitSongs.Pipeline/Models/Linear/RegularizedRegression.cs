using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HitSongs.Pipeline.Models.Linear;

/// <summary>Linear and logistic regression with a penalty on squared weights (L2), each of its own strength; the intercept has next to none.</summary>
/// <remarks>Both have one minimum, which is found to rounding: nothing is drawn.</remarks>
internal static class RegularizedRegression
{
    private const int MostSteps = 50;
    private const double Converged = 1e-9;

    /// <summary>Keeps an intercept finite where there is one class only.</summary>
    private const double InterceptPenalty = 1e-6;

    /// <summary>Beyond this a probability differs from 0 or 1 by less than a millionth; keeps separable classes from running away.</summary>
    private const double LargestLogit = 15;

    // The same sums in the same order on every machine.
    static RegularizedRegression() => Control.UseSingleThread();

    /// <summary>Minimises half the squared error plus half the penalties.</summary>
    /// <param name="x">n × p, with a last column of ones for the intercept.</param>
    /// <param name="penalties">p − 1 numbers, above 0.</param>
    /// <returns>p weights, the last one the intercept.</returns>
    public static double[] Ridge(SparseRows x, double[] y, double[] penalties)
    {
        var ones = new double[x.Rows];
        Array.Fill(ones, 1);
        var gram = x.Gram(ones, [.. penalties, InterceptPenalty]);
        return [.. gram.Cholesky().Solve(Vector<double>.Build.Dense(x.TransposedTimes(y)))];
    }

    /// <summary>Minimises the negative log-likelihood plus half the penalties, by Newton's method.</summary>
    /// <param name="offsets">Added to each row's logit as they are; null for none.</param>
    /// <inheritdoc cref="Ridge"/>
    public static double[] Logistic(SparseRows x, bool[] y, double[] penalties, double[]? offsets = null)
    {
        double[] penalty = [.. penalties, InterceptPenalty];
        var weights = new double[x.Columns];
        var loss = Loss(weights);
        for (var step = 0; step < MostSteps; step++)
        {
            var probability = Array.ConvertAll(Logits(weights), Sigmoid);
            var gradient = x.TransposedTimes(probability.Select((p, i) => p - (y[i] ? 1 : 0)).ToArray());
            for (var j = 0; j < gradient.Length; j++)
                gradient[j] += penalty[j] * weights[j];
            var curvature = x.Gram(Array.ConvertAll(probability, p => p * (1 - p)), penalty);
            var direction = curvature.Cholesky().Solve(Vector<double>.Build.Dense(gradient));
            var size = 1.0;
            while (Loss(Step(size)) > loss && size > 1e-6)
                size /= 2;
            var next = Step(size);
            var nextLoss = Loss(next);
            if (!(nextLoss < loss - (Converged * (1 + Math.Abs(loss)))))
                break;
            (weights, loss) = (next, nextLoss);

            double[] Step(double length) => [.. weights.Select((w, j) => w - (length * direction[j]))];
        }

        return weights;

        double[] Logits(double[] w)
        {
            var logits = x.Times(w);
            for (var i = 0; offsets is not null && i < logits.Length; i++)
                logits[i] += offsets[i];
            return logits;
        }

        double Loss(double[] w)
        {
            var logits = Logits(w);
            double sum = 0;
            for (var i = 0; i < y.Length; i++)
                sum += SoftPlus(y[i] ? -logits[i] : logits[i]);
            for (var j = 0; j < penalty.Length; j++)
                sum += penalty[j] * w[j] * w[j] / 2;
            return sum;
        }
    }

    /// <summary>The probability of a logit.</summary>
    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-Math.Clamp(logit, -LargestLogit, LargestLogit)));

    /// <summary>The logit of a probability, kept away from the infinities.</summary>
    public static double Logit(double probability) => Math.Log(Math.Clamp(probability, 0.002, 0.998) / (1 - Math.Clamp(probability, 0.002, 0.998)));

    private static double SoftPlus(double value) => value > 30 ? value : Math.Log(1 + Math.Exp(value));
}
