namespace HitSongs.Grading.Samples;

/// <summary>Agreement of a rubric's points with a person's.</summary>
/// <param name="Count">Answers compared.</param>
/// <param name="Pearson">Correlation of the shares of points, −1 to 1; NaN where one side never varies.</param>
/// <param name="QuadraticKappa">Cohen's kappa with quadratic weights, over shares rounded to tenths; NaN where one side never varies.</param>
public sealed record Agreement(int Count, double Pearson, double QuadraticKappa)
{
    private const int Categories = 11;

    /// <param name="shares">Pairs of shares of the points, 0 to 1: a person's and the rubric's.</param>
    public static Agreement Of(IReadOnlyList<(double Person, double Rubric)> shares) => new(shares.Count, Correlation(shares), Kappa(shares));

    private static double Correlation(IReadOnlyList<(double Person, double Rubric)> shares)
    {
        if (shares.Count == 0)
        {
            return double.NaN;
        }

        var (x, y) = (shares.Average(s => s.Person), shares.Average(s => s.Rubric));
        var covariance = shares.Sum(s => (s.Person - x) * (s.Rubric - y));
        return covariance / Math.Sqrt(shares.Sum(s => Math.Pow(s.Person - x, 2)) * shares.Sum(s => Math.Pow(s.Rubric - y, 2)));
    }

    /// <summary>1 − Σ w·observed / Σ w·expected with w = (i − j)² (Cohen, 1968).</summary>
    private static double Kappa(IReadOnlyList<(double Person, double Rubric)> shares)
    {
        var pairs = shares.Select(s => (Person: Category(s.Person), Rubric: Category(s.Rubric))).ToList();
        var observed = pairs.Sum(p => Weight(p.Person, p.Rubric)) / shares.Count;
        var expected = pairs.Sum(a => pairs.Sum(b => Weight(a.Person, b.Rubric))) / ((double)shares.Count * shares.Count);
        return 1 - (observed / expected);
    }

    private static int Category(double share) => (int)Math.Round(share * (Categories - 1), MidpointRounding.AwayFromZero);

    private static double Weight(int a, int b) => Math.Pow(a - b, 2);
}
