using System.Numerics;
using System.Runtime.CompilerServices;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>Arithmetic on what one song has with each of many, a vector of songs at a time. Spans of one call have the same length.</summary>
internal static class Closeness
{
    private const float Ln2 = 0.6931471805599453f;

    // These run some hundred million times within seconds: worth compiling at their best at once.
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    /// <summary>Adds the squares of what lies between a column and a value.</summary>
    /// <param name="times">1, or −1 to take them away.</param>
    [MethodImpl(AtOnce)]
    public static void AddSquares(ReadOnlySpan<Vector<float>> column, float value, float times, Span<Vector<float>> squares)
    {
        column = column[..squares.Length];
        var (from, factor) = (new Vector<float>(value), new Vector<float>(times));
        for (var i = 0; i < squares.Length; i++)
        {
            var apart = column[i] - from;
            squares[i] = Vector.MultiplyAddEstimate(apart * factor, apart, squares[i]);
        }
    }

    /// <summary>Turns squared distances into (1 + r) e^−r: less smooth than the bell curve, with a longer reach.</summary>
    [MethodImpl(AtOnce)]
    public static void Matern(ReadOnlySpan<Vector<float>> squares, double scale, Span<Vector<float>> closeness)
    {
        closeness = closeness[..squares.Length];
        var shrink = new Vector<float>((float)(3 / (scale * scale)));
        for (var i = 0; i < squares.Length; i++)
        {
            // Where squares were taken away a little less than nothing may be left.
            var r = Vector.SquareRoot(Vector.Max(squares[i], Vector<float>.Zero) * shrink);
            closeness[i] = (r + Vector<float>.One) * ExpOfNegative(-r);
        }
    }

    /// <summary>Turns squared distances into a bell curve's heights, 1 at its top.</summary>
    [MethodImpl(AtOnce)]
    public static void Gauss(ReadOnlySpan<Vector<float>> squares, double scale, Span<Vector<float>> closeness)
    {
        closeness = closeness[..squares.Length];
        var shrink = new Vector<float>((float)(-1 / (2 * scale * scale)));
        for (var i = 0; i < squares.Length; i++)
            closeness[i] = ExpOfNegative(squares[i] * shrink);
    }

    [MethodImpl(AtOnce)]
    public static float Dot(ReadOnlySpan<Vector<float>> a, ReadOnlySpan<Vector<float>> b)
    {
        b = b[..a.Length];
        var sums = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i++)
            sums = Vector.MultiplyAddEstimate(a[i], b[i], sums);
        return Vector.Sum(sums);
    }

    /// <summary>
    /// e to powers of 0 and below, to some 3e-7 of the result: 2^n e^z with a whole n and z within ln 2 / 2 of 0, where seven terms of the series are
    /// enough. The library's own exponential goes by double precision and takes twice as long.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> ExpOfNegative(Vector<float> power)
    {
        // Below, the result is as good as 0 and n would leave a float's range of exponents.
        power = Vector.Max(power, new Vector<float>(-87));
        var n = Vector.Round(power * (1 / Ln2));
        // ln 2 in two parts, the first of few digits, so that n times it is exact.
        var z = power - (n * 0.693359375f) - (n * -2.12194440e-4f);
        var series = Next(Next(Next(new Vector<float>(1 / 720f), z, 1 / 120f), z, 1 / 24f), z, 1 / 6f);
        series = Next(Next(Next(series, z, 1 / 2f), z, 1), z, 1);
        const int Bias = 127, Fraction = 23;
        return series * Vector.AsVectorSingle((Vector.ConvertToInt32(n) + new Vector<int>(Bias)) << Fraction);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Next(Vector<float> series, Vector<float> z, float coefficient) => Vector.MultiplyAddEstimate(series, z, new Vector<float>(coefficient));
}
