using System.Numerics;
using System.Runtime.CompilerServices;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>A row of the kernel matrix: one song beside many, a vector of songs at a time. Filled anew for every song.</summary>
internal sealed class KernelRow(Kernel kernel, KernelPoints songs)
{
    private readonly Vector<float>[] squares = new Vector<float>[KernelPoints.VectorsOf(songs.Count)];
    private readonly Vector<float>[] genres = new Vector<float>[KernelPoints.VectorsOf(songs.Count)];
    private readonly Vector<float>[] subgenres = new Vector<float>[KernelPoints.VectorsOf(songs.Count)];
    private readonly Vector<float>[] sums = new Vector<float>[KernelPoints.VectorsOf(songs.Count)];

    /// <summary>The kernel of a song and the first songs; overwritten by the next call.</summary>
    /// <param name="points">Encoded as the songs of the row.</param>
    /// <param name="song">Which of the points.</param>
    /// <param name="vectors">How many vectors of songs; those that fill up the last one have to get no weight.</param>
    public ReadOnlySpan<Vector<float>> Of(KernelPoints points, int song, int vectors)
    {
        AddCategories(points.Columns[KernelPoints.Codes], song, vectors);
        Add(kernel.Audio, kernel.Scales[0], KernelPoints.Audio, points, song, vectors, matern: true);
        Add(kernel.Year, kernel.Scales[1], KernelPoints.Year, points, song, vectors);
        Add(kernel.Rest, kernel.Scales[2], KernelPoints.Rest, points, song, vectors);
        return sums.AsSpan(0, vectors);
    }

    private void AddCategories(float[][] codes, int song, int vectors)
    {
        var all = songs.Columns[KernelPoints.Codes];
        Same(all[0], codes[0][song], genres.AsSpan(0, vectors));
        Same(all[1], codes[1][song], subgenres.AsSpan(0, vectors));
        Same(all[2], codes[2][song], sums.AsSpan(0, vectors));
        var style = new Vector<float>((float)kernel.Style);
        for (var i = 0; i < vectors; i++)
            sums[i] = kernel.Categories.Of(genres[i], subgenres[i]) + (sums[i] * style);
    }

    private void Add(KernelWeight weight, double scale, Range columns, KernelPoints points, int song, int vectors, bool matern = false)
    {
        if (weight == default)
            return;
        var distances = squares.AsSpan(0, vectors);
        distances.Clear();
        foreach (var (own, other) in songs.Columns[columns].Zip(points.Columns[columns]))
            AddSquares(KernelPoints.AsVectors(own), other[song], distances);
        if (matern)
            Matern(distances, scale);
        else
            Gauss(distances, scale);
        for (var i = 0; i < vectors; i++)
            sums[i] += distances[i] * weight.Of(genres[i], subgenres[i]);
    }

    /// <summary>1 or 0. A category that training has not seen is −1 in songs to predict, and no training song has that.</summary>
    private static void Same(float[] codes, float code, Span<Vector<float>> same)
    {
        var column = KernelPoints.AsVectors(codes);
        for (var i = 0; i < same.Length; i++)
            same[i] = Vector.ConditionalSelect(Vector.Equals(column[i], new Vector<float>(code)), Vector<float>.One, Vector<float>.Zero);
    }

    // This and what follows run some hundred million times within seconds: worth compiling at their best at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSquares(ReadOnlySpan<Vector<float>> column, float value, Span<Vector<float>> squares)
    {
        column = column[..squares.Length];
        var from = new Vector<float>(value);
        for (var i = 0; i < squares.Length; i++)
        {
            var difference = column[i] - from;
            squares[i] = Vector.MultiplyAddEstimate(difference, difference, squares[i]);
        }
    }

    /// <summary>Turns squared distances into (1 + r) e^−r, the Matérn kernel of smoothness 3/2: less smooth than Gauss's, with a longer reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Matern(Span<Vector<float>> squares, double scale)
    {
        var shrink = new Vector<float>((float)(3 / (scale * scale)));
        for (var i = 0; i < squares.Length; i++)
        {
            var r = Vector.SquareRoot(squares[i] * shrink);
            squares[i] = (r + Vector<float>.One) * Vector.Exp(-r);
        }
    }

    /// <summary>Turns squared distances into the Gaussian kernel, 1 at distance 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gauss(Span<Vector<float>> squares, double scale)
    {
        var shrink = new Vector<float>((float)(-1 / (2 * scale * scale)));
        for (var i = 0; i < squares.Length; i++)
            squares[i] = Vector.Exp(squares[i] * shrink);
    }
}
