using System.Numerics;
using System.Runtime.InteropServices;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>Songs coordinate by coordinate, so that the processor compares one song with several at once; filled up to whole vectors.</summary>
internal sealed class KernelColumns(KernelPoints points)
{
    public Vector<float>[][] Audio { get; } = Columns(points.Audio, points.Count, KernelPoints.AudioWidth);

    public Vector<float>[][] Year { get; } = Columns(points.Year, points.Count, 1);

    public Vector<float>[][] Rest { get; } = Columns(points.Rest, points.Count, points.RestWidth);

    /// <summary>Genre, subgenre, style.</summary>
    public Vector<float>[][] Codes { get; } = Columns(points.Codes, points.Count, KernelPoints.Categories);

    /// <summary>Vectors in a column: the songs and, at the end, what fills them up. Those must get no weight.</summary>
    public int Vectors { get; } = VectorsOf(points.Count);

    /// <summary>Vectors that hold so many numbers.</summary>
    public static int VectorsOf(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count;

    /// <param name="values">count × width, row by row.</param>
    /// <returns>width columns, each filled up with zeros.</returns>
    public static Vector<float>[][] Columns(float[] values, int count, int width)
    {
        var columns = new Vector<float>[width][];
        for (var column = 0; column < width; column++)
        {
            columns[column] = new Vector<float>[VectorsOf(count)];
            var numbers = MemoryMarshal.Cast<Vector<float>, float>(columns[column].AsSpan());
            for (var row = 0; row < count; row++)
                numbers[row] = values[(row * width) + column];
        }

        return columns;
    }
}
