using HitSongs.Grading.Grades;

namespace HitSongs.Reporting.Text;

/// <summary>Formats of numbers for readers.</summary>
internal static class Numbers
{
    /// <summary>Points with at most two decimals: "3", "2.5".</summary>
    public static string Points(double points) => points.ToString("0.##");

    /// <summary>"2.5 of 4"; a criterion that waits for a person has no points yet, which is not 0.</summary>
    public static string PointsOf(Score score) => PointsOf([score]);

    /// <summary>The same of several scores of one status.</summary>
    public static string PointsOf(IReadOnlyList<Score> scores) =>
        $"{(scores[0].Status == Status.Ungraded ? "–" : Points(scores.Sum(score => score.Points)))} of {Points(scores.Sum(score => score.MaxPoints))}";

    /// <summary>A metric with four significant places; "undefined" where it has no value.</summary>
    public static string Metric(double value) => double.IsFinite(value) ? value.ToString(Math.Abs(value) < 100 ? "0.0000" : "#,0.00") : "undefined";

    /// <summary>A value of any size in few characters; "–" where it is missing.</summary>
    public static string Short(double value) => double.IsFinite(value) ? value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.###") : "–";

    public static string Count(long count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";
}
