namespace HitSongs.Metrics;

/// <summary>Wilson's 95 % interval of a share: unlike the textbook's it stays within 0 to 1 and is right for few cases.</summary>
public static class WilsonInterval
{
    private const double Z = 1.959963984540054;

    /// <param name="count">Cases counted, 0 to <paramref name="of"/>.</param>
    /// <returns>0 to 1 where there are no cases.</returns>
    public static (double Low, double High) Of(int count, int of)
    {
        if (of == 0)
        {
            return (0, 1);
        }

        double n = of, share = count / n, zz = Z * Z;
        var centre = (share + (zz / (2 * n))) / (1 + (zz / n));
        var half = Z / (1 + (zz / n)) * Math.Sqrt((share * (1 - share) / n) + (zz / (4 * n * n)));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
