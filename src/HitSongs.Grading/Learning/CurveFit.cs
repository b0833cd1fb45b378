using HitSongs.Grading.Readers;
using MathNet.Numerics.LinearAlgebra;

namespace HitSongs.Grading.Learning;

/// <summary>Fits the curve from what is read to the probability that it is stated, and the cuts between which a person should look.</summary>
public static class CurveFit
{
    private const int Steps = 50;
    private const int Features = 5;

    // Keeps what has no influence near 0.
    private const double Ridge = 1;

    /// <param name="cells">Of one kind, at least one.</param>
    /// <param name="doubt">The share of cells that a person should look at.</param>
    /// <param name="isFalseAlarmWorse">Whether a wrong "stated" weighs more than a missed one: then the upper cut is far up.</param>
    public static ReadingCurve Of(IReadOnlyList<CalibrationCell> cells, double doubt, bool isFalseAlarmWorse)
    {
        var rows = Matrix<double>.Build.Dense(cells.Count, Features, (i, j) => j switch
            {
                0 => cells[i].States,
                1 => cells[i].Opposes,
                2 => cells[i].Rest.Stated,
                3 => cells[i].Rest.Opposed,
                _ => 1,
            });
        var marks = Vector<double>.Build.Dense(cells.Count, i => cells[i].Mark);
        var weights = Vector<double>.Build.Dense(Features);
        for (var step = 0; step < Steps; step++)
        {
            // Newton's method for the logistic loss.
            var predicted = (rows * weights).Map(z => 1 / (1 + Math.Exp(-z)));
            var gradient = rows.TransposeThisAndMultiply(predicted - marks) + (Ridge * weights);
            var curvature =
                rows.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(predicted.Map(p => Math.Max(1e-6, p * (1 - p)))) * rows)
                + (Ridge * Matrix<double>.Build.DenseIdentity(Features));
            weights -= curvature.Solve(gradient);
        }

        var curve = new ReadingCurve(Rounded(weights[0]), Rounded(weights[1]), Rounded(weights[2]), Rounded(weights[3]), Rounded(weights[4]), 0, 0);
        var (fails, passes) = CutsOf(curve, cells, doubt, isFalseAlarmWorse);
        return curve with { Fails = fails, Passes = passes };
    }

    // Half of the doubtful cells lie on each side of the middle, which is higher where false alarms are worse.
    private static (double Fails, double Passes) CutsOf(ReadingCurve curve, IReadOnlyList<CalibrationCell> cells, double doubt, bool isFalseAlarmWorse)
    {
        var middle = isFalseAlarmWorse ? 0.6 : 0.5;
        var sorted = cells.Select(cell => curve.Probability(cell.States, cell.Opposes, cell.Rest)).Order().ToList();
        var below = sorted.Where(p => p < middle).ToList();
        var above = sorted.Where(p => p >= middle).ToList();

        // Of each side at most a third is in doubt, or of the few misconceptions none would ever be found.
        var half = doubt * sorted.Count / 2;
        var fails = below.Count > 0 ? below[^((int)Math.Min(half, below.Count / 3.0) + 1)] : middle;
        var passes = above.Count > 0 ? above[(int)Math.Min(half, above.Count / 3.0)] : middle;
        return (Math.Round(fails, 2), Math.Round(passes, 2));
    }

    private static double Rounded(double weight) => Math.Round(weight, 4);
}
