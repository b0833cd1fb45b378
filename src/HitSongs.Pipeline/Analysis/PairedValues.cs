namespace HitSongs.Pipeline.Analysis;

/// <summary>Two columns without the songs in which either is missing or infinite.</summary>
internal sealed record PairedValues(double[] X, double[] Y)
{
    public int Count => X.Length;

    public static PairedValues Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
            throw new ArgumentException($"The columns have {x.Count} and {y.Count} values.", nameof(y));
        // Nothing to leave out is the usual case, and a million values need no copy then.
        if (x is double[] wholeX && y is double[] wholeY && wholeX.All(double.IsFinite) && wholeY.All(double.IsFinite))
            return new PairedValues(wholeX, wholeY);

        var kept = 0;
        var (left, right) = (new double[x.Count], new double[x.Count]);
        for (var i = 0; i < x.Count; i++)
        {
            if (double.IsFinite(x[i]) && double.IsFinite(y[i]))
                (left[kept], right[kept++]) = (x[i], y[i]);
        }

        Array.Resize(ref left, kept);
        Array.Resize(ref right, kept);
        return new PairedValues(left, right);
    }

    /// <summary>Pearson's coefficient; <see cref="double.NaN"/> where a column is constant or there are fewer than two pairs.</summary>
    public double Coefficient()
    {
        var (meanX, meanY) = (X.Length == 0 ? 0 : X.Average(), Y.Length == 0 ? 0 : Y.Average());
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < X.Length; i++)
        {
            var (dx, dy) = (X[i] - meanX, Y[i] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        // What rounding leaves of a constant column is no variance: 1e-13 of its size is some hundred units in the last place.
        if (Math.Sqrt(xx / Count) <= 1e-13 * Math.Abs(meanX) || Math.Sqrt(yy / Count) <= 1e-13 * Math.Abs(meanY) || xx == 0 || yy == 0)
            return double.NaN;
        return Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }
}
