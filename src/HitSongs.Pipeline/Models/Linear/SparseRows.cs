using MathNet.Numerics.LinearAlgebra;

namespace HitSongs.Pipeline.Models.Linear;

/// <summary>A matrix by its rows' numbers that are not 0: with categories as 0 and 1 those are few.</summary>
internal sealed class SparseRows
{
    private readonly List<(int[] Columns, double[] Values)> rows = [];

    /// <param name="columns">Numbers in every row.</param>
    public SparseRows(int columns) => Columns = columns;

    public int Columns { get; }

    public int Rows => rows.Count;

    /// <param name="row">All numbers of the next row.</param>
    public void Add(ReadOnlySpan<double> row)
    {
        var columns = new List<int>();
        var values = new List<double>();
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] != 0)
            {
                columns.Add(column);
                values.Add(row[column]);
            }
        }

        rows.Add(([.. columns], [.. values]));
    }

    /// <summary>Each row times a vector.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var products = new double[rows.Count];
        for (var row = 0; row < products.Length; row++)
        {
            var (columns, values) = rows[row];
            double sum = 0;
            for (var k = 0; k < columns.Length; k++)
                sum += values[k] * vector[columns[k]];
            products[row] = sum;
        }

        return products;
    }

    /// <summary>Each column times a vector.</summary>
    public double[] TransposedTimes(ReadOnlySpan<double> vector)
    {
        var products = new double[Columns];
        for (var row = 0; row < rows.Count; row++)
        {
            var (columns, values) = rows[row];
            for (var k = 0; k < columns.Length; k++)
                products[columns[k]] += values[k] * vector[row];
        }

        return products;
    }

    /// <summary>Each column times each column, row i counted <paramref name="weights"/>[i] times; and a penalty on the diagonal.</summary>
    public Matrix<double> Gram(ReadOnlySpan<double> weights, ReadOnlySpan<double> penalties)
    {
        var sums = new double[Columns * Columns];
        for (var row = 0; row < rows.Count; row++)
        {
            var (columns, values) = rows[row];
            for (var k = 0; k < columns.Length; k++)
            {
                var weighted = weights[row] * values[k];
                var line = sums.AsSpan(columns[k] * Columns, Columns);
                for (var l = 0; l <= k; l++)
                    line[columns[l]] += weighted * values[l];
            }
        }

        for (var i = 0; i < Columns; i++)
        {
            for (var j = 0; j < i; j++)
                sums[(j * Columns) + i] = sums[(i * Columns) + j];
            sums[(i * Columns) + i] += penalties[i];
        }

        return Matrix<double>.Build.Dense(Columns, Columns, sums);
    }
}
