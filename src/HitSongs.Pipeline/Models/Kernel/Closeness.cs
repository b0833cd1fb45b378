using System.Numerics;
using System.Runtime.CompilerServices;

namespace HitSongs.Pipeline;

/// <summary>Arithmetic on the numbers that one song has with each of many, a vector at a time; lengths are whole vectors, as <see cref="KernelColumns"/> has them.</summary>
internal static class Closeness
{
    // These run some thousand million times: worth compiling at their best at once.
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    /// <summary>Adds the squares of what lies between a column and a value.</summary>
    /// <param name="times">1, or −1 to take them away.</param>
    [MethodImpl(AtOnce)]
    public static void AddSquares(float[] column, float value, float times, float[] squares)
    {
        for (var i = 0; i < squares.Length; i += Vector<float>.Count)
        {
            var apart = new Vector<float>(column, i) - new Vector<float>(value);
            (new Vector<float>(squares, i) + (apart * apart * times)).CopyTo(squares, i);
        }
    }

    /// <summary>Turns squared distances into (1 + r) e^−r: less smooth than the bell curve, with a longer reach.</summary>
    [MethodImpl(AtOnce)]
    public static void Matern(float[] squares, double scale)
    {
        var shrink = new Vector<float>((float)(3 / (scale * scale)));
        for (var i = 0; i < squares.Length; i += Vector<float>.Count)
        {
            // What was taken away may leave a little less than nothing.
            var r = Vector.SquareRoot(Vector.Max(new Vector<float>(squares, i), Vector<float>.Zero) * shrink);
            ((r + Vector<float>.One) * Vector.Exp(-r)).CopyTo(squares, i);
        }
    }

    /// <summary>Turns squared distances into a bell curve's heights, 1 at its top.</summary>
    [MethodImpl(AtOnce)]
    public static void Gauss(float[] squares, double scale)
    {
        var shrink = new Vector<float>((float)(-1 / (2 * scale * scale)));
        for (var i = 0; i < squares.Length; i += Vector<float>.Count)
            Vector.Exp(new Vector<float>(squares, i) * shrink).CopyTo(squares, i);
    }

    [MethodImpl(AtOnce)]
    public static float Dot(float[] a, float[] b)
    {
        var sums = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count)
            sums += new Vector<float>(a, i) * new Vector<float>(b, i);
        return Vector.Sum(sums);
    }
}
