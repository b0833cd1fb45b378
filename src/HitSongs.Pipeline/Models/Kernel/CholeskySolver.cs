using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>
/// Solves systems whose matrix is symmetric and positive definite, in single precision. By the system's LAPACK, in place: of thousands of songs
/// every copy of the matrix costs as much as comparing them. Where there is none, by torch's.
/// </summary>
internal static unsafe class CholeskySolver
{
    /// <summary>Names as distributions install it; Debian's OpenBLAS holds LAPACK too.</summary>
    private static readonly string[] Names = ["libopenblas.so.0", "libopenblas.so", "liblapack.so.3"];

    private static readonly nint Library = Load();

    /// <param name="matrix">n × n, of which the lower triangle and the diagonal are read; overwritten.</param>
    /// <param name="targets">k × n, each target by itself; overwritten by the solutions.</param>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public static void Solve(float[] matrix, float[] targets, int n)
    {
        if (Library != 0 && NativeLibrary.TryGetExport(Library, "spotrf_", out var factorize) && NativeLibrary.TryGetExport(Library, "spotrs_", out var solve))
            ByLapack((delegate* unmanaged<byte*, int*, float*, int*, int*, void>)factorize, (delegate* unmanaged<byte*, int*, int*, float*, int*, float*, int*, int*, void>)solve, matrix, targets, n);
        else
            ByTorch(matrix, targets, n);
    }

    private static nint Load()
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library))
                continue;
            // For good: how many threads share a sum decides how it is rounded, and the same seed gives the same bytes on any number of cores.
            if (NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var threads))
                ((delegate* unmanaged<int, void>)threads)(1);
            return library;
        }

        return 0;
    }

    internal static void ByTorch(float[] matrix, float[] targets, int n)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var solved = cholesky_solve(tensor(targets, [targets.Length / n, n]).t(), linalg.cholesky(tensor(matrix, [n, n])));
        solved.t().contiguous().data<float>().ToArray().CopyTo(targets, 0);
    }

    private static void ByLapack(
        delegate* unmanaged<byte*, int*, float*, int*, int*, void> factorize,
        delegate* unmanaged<byte*, int*, int*, float*, int*, float*, int*, int*, void> solve,
        float[] matrix,
        float[] targets,
        int n)
    {
        // Fortran goes down columns: our lower triangle is its upper one.
        var (upper, count, failed) = ((byte)'U', targets.Length / n, 0);
        fixed (float* a = matrix, b = targets)
        {
            factorize(&upper, &n, a, &n, &failed);
            if (failed == 0)
                solve(&upper, &n, &count, a, &n, b, &n, &failed);
        }

        if (failed != 0)
            throw new ArgumentException("The matrix is not positive definite.", nameof(matrix));
    }
}
