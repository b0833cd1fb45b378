using System.Numerics.Tensors;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>
/// Solves a symmetric, positive definite system by conjugate gradients (Hestenes and Stiefel 1952). Most of a kernel matrix lies in few directions
/// (categories, and a smooth function of audio), so that some dozens of steps are enough; each costs one pass over half of the matrix.
/// </summary>
internal static class ConjugateGradients
{
    private const int MostSteps = 400;

    /// <summary>Of what was to be explained; far below what single precision and a song's noise leave uncertain.</summary>
    private const float Converged = 1e-5f;

    /// <param name="matrix">n rows, of which those to the diagonal (row i: i + 1 numbers) are read.</param>
    /// <param name="target">n numbers.</param>
    /// <returns>The solution, one number per row.</returns>
    public static float[] Solve(float[][] matrix, float[] target)
    {
        var (solution, residual, direction, product) = (new float[target.Length], (float[])target.Clone(), (float[])target.Clone(), new float[target.Length]);
        var size = TensorPrimitives.Dot<float>(residual, residual);
        var enough = size * Converged * Converged;
        for (var step = 0; step < MostSteps && size > enough; step++)
        {
            Multiply(matrix, direction, product);
            var length = size / TensorPrimitives.Dot<float>(direction, product);
            TensorPrimitives.MultiplyAdd(direction, length, solution, solution);
            TensorPrimitives.MultiplyAdd(product, -length, residual, residual);
            var next = TensorPrimitives.Dot<float>(residual, residual);
            TensorPrimitives.MultiplyAdd(direction, next / size, residual, direction);
            size = next;
        }

        return solution;
    }

    /// <summary>Each number of the lower triangle stands for itself and for its mirror image.</summary>
    private static void Multiply(float[][] matrix, float[] vector, float[] product)
    {
        Array.Clear(product);
        for (var row = 0; row < matrix.Length; row++)
        {
            ReadOnlySpan<float> line = matrix[row].AsSpan(0, row);
            product[row] += (matrix[row][row] * vector[row]) + TensorPrimitives.Dot(line, vector.AsSpan(0, row));
            TensorPrimitives.MultiplyAdd(line, vector[row], product.AsSpan(0, row), product.AsSpan(0, row));
        }
    }
}
