using MathNet.Numerics.LinearAlgebra;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Linear and logistic regression with a ridge penalty on all weights but the intercept.</summary>
internal static class SparseRegression
{
    private const int MostSteps = 40;

    /// <returns>The weights, and behind them the intercept.</returns>
    public static double[] Linear(IReadOnlyList<SparseRow> rows, IReadOnlyList<double> targets, int inputs, double penalty)
    {
        var ones = Enumerable.Repeat(1.0, rows.Count).ToArray();
        return Step(rows, ones, targets, new double[inputs + 1], inputs, penalty);
    }

    /// <summary>Newton's method; the penalty keeps it from running away where a group has hits only.</summary>
    /// <returns>The weights, and behind them the intercept.</returns>
    public static double[] Logistic(IReadOnlyList<SparseRow> rows, IReadOnlyList<bool> hits, int inputs, double penalty)
    {
        var solution = new double[inputs + 1];
        var (curvature, slope) = (new double[rows.Count], new double[rows.Count]);
        for (var step = 0; step < MostSteps; step++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var p = PortableMath.Logistic(rows[i].Dot(solution[^1], solution));
                curvature[i] = Math.Max(p * (1 - p), 1e-9);
                slope[i] = (hits[i] ? 1 : 0) - p;
            }

            var change = Step(rows, curvature, slope, solution, inputs, penalty);
            // A step of more than 3 leaves the region in which the quadratic is a fair picture.
            var scale = Math.Min(1, 3 / Math.Max(change.Max(Math.Abs), 1e-300));
            for (var j = 0; j < solution.Length; j++)
                solution[j] += scale * change[j];
            if (change.Max(Math.Abs) < 1e-8)
                break;
        }

        return solution;
    }

    /// <summary>(X'WX + λ)⁻¹ (X'g − λ b).</summary>
    private static double[] Step(IReadOnlyList<SparseRow> rows, double[] curvature, IReadOnlyList<double> slope, double[] current, int inputs, double penalty)
    {
        var size = inputs + 1;
        var (matrix, right) = (new double[size * size], new double[size]);
        for (var i = 0; i < rows.Count; i++)
            Accumulate(rows[i], curvature[i], slope[i], inputs, matrix, right);
        for (var j = 0; j < inputs; j++)
        {
            matrix[(j * size) + j] += penalty;
            right[j] -= penalty * current[j];
        }

        // The penalty makes the matrix definite; the intercept has none and needs one row.
        return Matrix<double>.Build.Dense(size, size, matrix).Cholesky().Solve(Vector<double>.Build.Dense(right)).ToArray();
    }

    private static void Accumulate(SparseRow row, double curvature, double slope, int intercept, double[] matrix, double[] right)
    {
        var size = intercept + 1;
        for (var a = 0; a < row.Inputs.Length; a++)
        {
            var line = matrix.AsSpan(row.Inputs[a] * size, size);
            var weighted = curvature * row.Values[a];
            for (var b = 0; b < row.Inputs.Length; b++)
                line[row.Inputs[b]] += weighted * row.Values[b];
            line[intercept] += weighted;
            matrix[(intercept * size) + row.Inputs[a]] += weighted;
            right[row.Inputs[a]] += slope * row.Values[a];
        }

        matrix[^1] += curvature;
        right[intercept] += slope;
    }
}
