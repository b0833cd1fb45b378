using System.Numerics;

namespace HitSongs.Pipeline;

/// <summary>Songs coordinate by coordinate, so that the processor compares one song with several at once; filled up to whole vectors.</summary>
internal sealed class KernelColumns(KernelPoints points)
{
    /// <summary>Numbers in a column: the songs and, at the end, what fills them up. Those must get no weight.</summary>
    public int Length { get; } = Filled(points.Count);

    public float[][] Audio { get; } = Columns(points.Audio, points.Count, KernelPoints.AudioWidth);

    public float[][] Year { get; } = Columns(points.Year, points.Count, 1);

    public float[][] Rest { get; } = Columns(points.Rest, points.Count, points.RestWidth);

    /// <summary>Genre, subgenre, style.</summary>
    public float[][] Codes { get; } = Columns(points.Codes, points.Count, KernelPoints.Categories);

    /// <param name="values">count × width, row by row.</param>
    /// <returns>width columns, each filled up with zeros.</returns>
    public static float[][] Columns(float[] values, int count, int width)
    {
        var columns = new float[width][];
        for (var column = 0; column < width; column++)
        {
            columns[column] = new float[Filled(count)];
            for (var row = 0; row < count; row++)
                columns[column][row] = values[(row * width) + column];
        }

        return columns;
    }

    private static int Filled(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
}
