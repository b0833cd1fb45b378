using System.Numerics;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>
/// Solves a symmetric, positive definite system by conjugate gradients (Hestenes and Stiefel 1952). Most of a kernel matrix lies in few directions
/// (categories, and a smooth function of audio), so that some dozens of steps are enough; each costs one pass over half of the matrix.
/// </summary>
internal static class ConjugateGradients
{
    private const int MostSteps = 400;

    /// <summary>Of what was to be explained; far below what single precision and a song's noise leave uncertain.</summary>
    private const double Converged = 1e-5;

    /// <param name="matrix">n rows, of which those to the diagonal (row i: i + 1 numbers) are read.</param>
    /// <param name="target">n numbers.</param>
    /// <returns>The solution, one number per row.</returns>
    public static float[] Solve(float[][] matrix, float[] target)
    {
        var n = target.Length;
        var (solution, residual, direction, product) = (new float[n], (float[])target.Clone(), (float[])target.Clone(), new float[n]);
        var size = Dot(residual, residual);
        var enough = size * Converged * Converged;
        for (var step = 0; step < MostSteps && size > enough; step++)
        {
            Multiply(matrix, direction, product);
            var length = (float)(size / Dot(direction, product));
            AddTo(solution, direction, length);
            AddTo(residual, product, -length);
            var next = Dot(residual, residual);
            var share = (float)(next / size);
            for (var i = 0; i < n; i++)
                direction[i] = residual[i] + (share * direction[i]);
            size = next;
        }

        return solution;
    }

    /// <summary>Each number of the lower triangle is read once and used twice: for its row and for its column.</summary>
    private static void Multiply(float[][] matrix, float[] vector, float[] product)
    {
        Array.Clear(product);
        for (var row = 0; row < matrix.Length; row++)
        {
            ReadOnlySpan<float> line = matrix[row].AsSpan(0, row);
            product[row] += (matrix[row][row] * vector[row]) + Row(line, vector, vector[row], product);
        }
    }

    private static float Row(ReadOnlySpan<float> line, float[] vector, float factor, float[] product)
    {
        var (width, i) = (Vector<float>.Count, 0);
        var (sum, factors) = (Vector<float>.Zero, new Vector<float>(factor));
        for (; i <= line.Length - width; i += width)
        {
            var numbers = new Vector<float>(line[i..]);
            sum = Vector.MultiplyAddEstimate(numbers, new Vector<float>(vector, i), sum);
            Vector.MultiplyAddEstimate(numbers, factors, new Vector<float>(product, i)).CopyTo(product, i);
        }

        var rest = Vector.Sum(sum);
        for (; i < line.Length; i++)
        {
            rest += line[i] * vector[i];
            product[i] += line[i] * factor;
        }

        return rest;
    }

    private static void AddTo(float[] sums, float[] values, float factor)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += factor * values[i];
    }

    private static double Dot(float[] a, float[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (double)a[i] * b[i];
        return sum;
    }
}
