using System.Runtime.CompilerServices;

namespace TorchSharp;

// What the generated code puts its arguments through.
public static partial class torch
{
    private static readonly Scalar One = 1L;

    private static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null) where T : class =>
        value ?? throw new ArgumentNullException(name);

    // -1 stands for "not given" where 0 would be a number.
    private static long? Given(long number) => number < 0 ? null : number;
    private static Argument Or(long[]? numbers) => numbers is null ? Argument.Default : numbers;
    private static long[]? List(long? number) => number is { } one ? [one] : null;

    private static long[] Numbers(long start, long count)
    {
        var numbers = new long[count];
        for (var i = 0L; i < count; i++) numbers[i] = start + i;
        return numbers;
    }

    private static double[]? Pair((double, double)? pair) => pair is var (low, high) ? [low, high] : null;
    private static string? Name(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
    private static string Name(FFTNormType norm) => norm switch { FFTNormType.Forward => "forward", FFTNormType.Ortho => "ortho", _ => "backward" };
    private static string Name(PaddingModes mode) => mode switch { PaddingModes.Zeros => "constant", _ => mode.ToString().ToLowerInvariant() };

    /// <summary>The scope that tensors made by this thread now belong to; null outside of every scope.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    private static (Tensor A_LU, Tensor pivots, Tensor? infos) Factor(Tensor a, bool pivot, bool infos)
    {
        var (lu, pivots, info) = Aten._lu_with_info.CallThree(NotNull(a), pivot);
        if (!infos) info.Dispose();
        return (lu, pivots, infos ? info : null);
    }

    private static (Tensor Solution, Tensor QR) Solve(Tensor b, Tensor a)
    {
        var (solution, residuals, rank, values) = linalg.lstsq(a, b);
        foreach (var part in new[] { residuals, rank, values }) part?.Dispose();
        return (solution, a.geqrf().a);
    }
}
