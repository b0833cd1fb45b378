namespace HitSongs.Grading.Claims;

/// <summary>Compares numbers that people wrote with numbers that were computed.</summary>
internal static class Tolerance
{
    // Both numbers are decimals: a difference of exactly the tolerance must not fail by their binary form.
    private const double RoundingSlack = 1e-9;

    /// <summary>Whether two numbers differ by the tolerance at most; never where one of them is none.</summary>
    public static bool Agree(double claimed, double computed, double tolerance) => Math.Abs(claimed - computed) <= tolerance + RoundingSlack;
}
